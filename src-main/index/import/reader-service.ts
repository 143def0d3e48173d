import type { ArchiveReader } from './archive-port.ts'
import type { DigestTools } from './digest-event.ts'
import { FolderDigester } from './digest-folder.ts'
import { EventDirectory } from './event-directory.ts'
import { Interner, ListInterner } from './interner.ts'
import type { Digest, KnownNames, ReaderReplies, ReaderRequest } from './messages.ts'

/** The reading thread: what it knows and how it answers. */
export class ReaderService {
  readonly #reader: ArchiveReader
  #session: { tools: DigestTools; digester: FolderDigester } | null = null

  constructor(reader: ArchiveReader) {
    this.#reader = reader
  }

  answer(request: ReaderRequest): ReaderReplies[ReaderRequest['kind']] {
    if (request.kind === 'begin') {
      this.#session = this.#begin(request.known)
      return null
    }
    if (!this.#session) throw new Error(`The reader was asked to ${request.kind} before it began`)
    const { tools, digester } = this.#session
    const { directory } = tools
    switch (request.kind) {
      case 'add-events':
        directory.add(request.events)
        return null
      case 'remove-events':
        directory.remove(request.keys)
        return null
      case 'digest':
        return { ...digester.digest(request.folders), ...takeFresh(tools) }
      case 'resolve':
        return request.links.map(
          (link, index) => directory.find(`/${link}`, request.from[index] ?? '')?.number ?? 0,
        )
    }
  }

  #begin({ root, entities, contexts, hosts }: KnownNames) {
    const reader = this.#reader
    const tools: DigestTools = {
      entities: new Interner(entities),
      contexts: new ListInterner(contexts),
      hosts: new Interner(hosts),
      directory: new EventDirectory(root),
      withoutPageExtension: (path) => reader.withoutPageExtension(path),
    }
    return { tools, digester: new FolderDigester(root, reader, tools) }
  }
}

function takeFresh(tools: DigestTools): Pick<Digest, 'entities' | 'contexts' | 'hosts'> {
  return {
    entities: tools.entities.takeFresh(),
    contexts: tools.contexts.takeFresh(),
    hosts: tools.hosts.takeFresh(),
  }
}
