import type { RecordKind } from '#shared/trash.ts'
import { type DocumentFormat, parseDocument } from './document-format.ts'
import {
  ANNOTATIONS_FORMAT,
  CLAIM_FORMAT,
  COLLECTION_FORMAT,
  NOTEBOOK_FORMAT,
  SAVED_SEARCH_FORMAT,
  TAGS_FORMAT,
} from './document-formats.ts'
import {
  ANNOTATIONS_FOLDER,
  CLAIMS_FOLDER,
  COLLECTIONS_FOLDER,
  IDENTITY_NAME,
  SEARCHES_FOLDER,
  TAGS_NAME,
} from './layout.ts'
import type { RecordTypes } from './record-change.ts'

/** A record of the notebook with its kind. */
export type HeldRecord = {
  [Kind in RecordKind]: { kind: Kind; record: RecordTypes[Kind] }
}[RecordKind]

/** One kind of document, known by where it lies in the notebook. */
export interface DocumentKind {
  /** `null` where it holds no records. */
  holds: RecordKind | null
  /** Whether it holds a single record and is named for it. */
  isOneRecord: boolean
  /** @throws NOTEBOOK_DAMAGED, NOTEBOOK_NEWER */
  read(bytes: Uint8Array, path: string): HeldRecord[]
}

const BY_FOLDER: Record<string, DocumentKind> = {
  [IDENTITY_NAME]: makeKind(null, NOTEBOOK_FORMAT, () => []),
  [TAGS_NAME]: makeKind(null, TAGS_FORMAT, () => []),
  [ANNOTATIONS_FOLDER]: makeKind('annotation', ANNOTATIONS_FORMAT, ({ annotations }) =>
    annotations.map((record) => ({ kind: 'annotation', record })),
  ),
  [COLLECTIONS_FOLDER]: makeKind('collection', COLLECTION_FORMAT, (record) => [
    { kind: 'collection', record },
  ]),
  [CLAIMS_FOLDER]: makeKind('claim', CLAIM_FORMAT, (record) => [{ kind: 'claim', record }]),
  [SEARCHES_FOLDER]: makeKind('savedSearch', SAVED_SEARCH_FORMAT, (record) => [
    { kind: 'savedSearch', record },
  ]),
}

/**
 * @param document - Path in the notebook, POSIX separators.
 * @returns `null` for what is no document of a notebook.
 */
export function kindOfDocument(document: string): DocumentKind | null {
  const [folder = ''] = document.split('/')
  return BY_FOLDER[folder] ?? null
}

function makeKind<Data extends object>(
  holds: RecordKind | null,
  format: DocumentFormat<Data>,
  list: (data: Data) => HeldRecord[],
): DocumentKind {
  return {
    holds,
    isOneRecord: holds !== null && holds !== 'annotation',
    read: (bytes, path) => list(parseDocument(format, bytes, path)),
  }
}
