import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AnnalsError } from '#shared/errors.ts'
import type { ExchangeRefusal } from '#shared/exchange.ts'
import { type DocumentFormat, parseDocument } from '../document-format.ts'
import {
  ANNOTATIONS_FORMAT,
  CLAIM_FORMAT,
  COLLECTION_FORMAT,
  NOTEBOOK_FORMAT,
  SAVED_SEARCH_FORMAT,
  TAGS_FORMAT,
} from '../document-formats.ts'
import { describeFailure } from '../error-code.ts'
import {
  ANNOTATIONS_FILE_NAME,
  ANNOTATIONS_FOLDER,
  CLAIMS_FOLDER,
  COLLECTIONS_FOLDER,
  IDENTITY_NAME,
  RECORD_FILE_NAME,
  SEARCHES_FOLDER,
  TAGS_FILE_NAME,
} from '../layout.ts'
import type { IncomingRecord } from './take-in-records.ts'

/** What another notebook holds. */
export interface ReadNotebook {
  /** Name of the archive it belongs to. */
  archiveName: string
  records: IncomingRecord[]
  /** Documents that could not be read. */
  refused: ExchangeRefusal[]
}

/**
 * Read all of another notebook, synchronously (for workers). Nothing in its folder is changed, and no
 * lock is taken.
 *
 * @throws EXCHANGE_UNREADABLE where the folder is no notebook
 */
export function readNotebook(folder: string): ReadNotebook {
  const { archive } = readIdentity(folder)
  const refused: ExchangeRefusal[] = []

  function readEach<Data extends object>(
    inside: string,
    fileName: RegExp,
    format: DocumentFormat<Data>,
    toRecords: (data: Data) => IncomingRecord[],
  ): IncomingRecord[] {
    const names = attempt(inside, () => listFiles(join(folder, inside), fileName))
    return names.flatMap((name) =>
      attempt(join(inside, name), () => {
        return toRecords(readDocument(join(folder, inside, name), format))
      }),
    )
  }

  function attempt<Item>(title: string, read: () => Item[]): Item[] {
    try {
      return read()
    } catch (error) {
      const reason = error instanceof AnnalsError ? error.message : describeFailure(error)
      refused.push({ title, reason })
      return []
    }
  }

  const records = [
    ...readEach(ANNOTATIONS_FOLDER, ANNOTATIONS_FILE_NAME, ANNOTATIONS_FORMAT, ({ annotations }) =>
      annotations.map((record) => ({ kind: 'annotation', record })),
    ),
    ...readEach(COLLECTIONS_FOLDER, RECORD_FILE_NAME, COLLECTION_FORMAT, (record) => [
      { kind: 'collection', record },
    ]),
    ...readEach(SEARCHES_FOLDER, RECORD_FILE_NAME, SAVED_SEARCH_FORMAT, (record) => [
      { kind: 'savedSearch', record },
    ]),
    ...readEach(CLAIMS_FOLDER, RECORD_FILE_NAME, CLAIM_FORMAT, (record) => [
      { kind: 'claim', record },
    ]),
    ...readEach('', TAGS_FILE_NAME, TAGS_FORMAT, ({ tags }) =>
      tags.map((record) => ({ kind: 'tag', record })),
    ),
  ]
  return { archiveName: archive.name, records, refused }
}

function readIdentity(folder: string) {
  try {
    return readDocument(join(folder, IDENTITY_NAME), NOTEBOOK_FORMAT)
  } catch (error) {
    const reason = error instanceof AnnalsError ? error.message : 'it has no notebook.json'
    const message = `This folder is no notebook: ${folder} (${reason})`
    const details = { path: folder, reason }
    throw new AnnalsError('EXCHANGE_UNREADABLE', message, { details, cause: error })
  }
}

function readDocument<Data extends object>(path: string, format: DocumentFormat<Data>): Data {
  return parseDocument(format, readFileSync(path), path)
}

function listFiles(folder: string, fileName: RegExp): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => fileName.test(name))
    .sort()
}
