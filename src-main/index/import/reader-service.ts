import { DatabaseSync } from 'node:sqlite'
import { groupReports } from '../duplicates/group-reports.ts'
import type { ArchiveReader } from './archive-port.ts'
import { BlockPool } from './block-pool.ts'
import type { DigestTools } from './digest-event.ts'
import { FolderDigester } from './digest-folder.ts'
import { EventDirectory } from './event-directory.ts'
import { Interner, ListInterner } from './interner.ts'
import type { Digest, FolderRequest, ReaderReplies, ReaderRequest } from './messages.ts'
import { unpackFolders } from './packed-folders.ts'
import { packPages } from './packed-pages.ts'
import type { SharedEvents } from './shared-events.ts'

interface ReaderSession {
  tools: DigestTools
  digester: FolderDigester
}

/** The reading thread: what it knows and how it answers. */
export class ReaderService {
  readonly #reader: ArchiveReader
  #session: ReaderSession | null = null

  constructor(reader: ArchiveReader) {
    this.#reader = reader
  }

  answer(request: ReaderRequest): ReaderReplies[ReaderRequest['kind']] {
    if (request.kind === 'begin') {
      this.#session = this.#begin(request.root, request.events)
      return null
    }
    if (request.kind === 'group-reports') return groupStoredReports(request.indexPath)
    if (!this.#session) throw new Error(`The reader was asked to ${request.kind} before it began`)
    const { directory } = this.#session.tools
    switch (request.kind) {
      case 'add-events':
        directory.add(request.events)
        return null
      case 'remove-events':
        directory.remove(request.keys)
        return null
      case 'digest':
        return digestFolders(this.#session, unpackFolders(request.folders))
      case 'resolve':
        return request.links.map(
          (link, index) => directory.find(`/${link}`, request.from[index] ?? '')?.number ?? 0,
        )
    }
  }

  #begin(root: string, events: SharedEvents) {
    const reader = this.#reader
    const directory = new EventDirectory(root)
    directory.share(events)
    const tools: DigestTools = {
      entities: new Interner(),
      contexts: new ListInterner(),
      hosts: new Interner(),
      directory,
      blocks: new BlockPool(),
      withoutPageExtension: (path) => reader.withoutPageExtension(path),
    }
    return { tools, digester: new FolderDigester(root, reader, tools) }
  }
}

function groupStoredReports(indexPath: string): Uint32Array {
  const database = new DatabaseSync(indexPath, { readOnly: true })
  try {
    return groupReports(database)
  } finally {
    database.close()
  }
}

function digestFolders({ tools, digester }: ReaderSession, folders: FolderRequest[]): Digest {
  tools.blocks.begin()
  const { pages, listed } = digester.digest(folders)
  const names = {
    entities: tools.entities.takeFresh(),
    contexts: tools.contexts.takeFresh(),
    hosts: tools.hosts.takeFresh(),
  }
  return { pages: packPages(pages), listed, names }
}
