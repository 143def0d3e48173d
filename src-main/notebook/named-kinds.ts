import type { ErrorCode } from '#shared/errors.ts'

/** A kind of record that has a name and a document of its own. */
export interface NamedKind {
  /** For messages: "collection". */
  noun: string
  plural: string
  /** Stands in a file name where the record's name has nothing that can. */
  slug: string
  /** Codes of what can be wrong with a name or id. */
  codes: { notFound: ErrorCode; ambiguous: ErrorCode; nameInvalid: ErrorCode }
}

export const COLLECTION: NamedKind = {
  noun: 'collection',
  plural: 'collections',
  slug: 'collection',
  codes: {
    notFound: 'COLLECTION_NOT_FOUND',
    ambiguous: 'COLLECTION_AMBIGUOUS',
    nameInvalid: 'COLLECTION_NAME_INVALID',
  },
}

export const CLAIM: NamedKind = {
  noun: 'claim',
  plural: 'claims',
  slug: 'claim',
  codes: {
    notFound: 'CLAIM_NOT_FOUND',
    ambiguous: 'CLAIM_AMBIGUOUS',
    nameInvalid: 'CLAIM_NAME_INVALID',
  },
}

export const SAVED_SEARCH: NamedKind = {
  noun: 'saved search',
  plural: 'saved searches',
  slug: 'search',
  codes: {
    notFound: 'SAVED_SEARCH_NOT_FOUND',
    ambiguous: 'SAVED_SEARCH_AMBIGUOUS',
    nameInvalid: 'SAVED_SEARCH_NAME_INVALID',
  },
}
