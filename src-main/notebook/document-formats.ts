import * as v from 'valibot'
import type { Claim } from '#shared/claim.ts'
import type { Annotation, Collection } from '#shared/notebook.ts'
import type { SavedSearch } from '#shared/saved-search.ts'
import { compareText } from './compare-text.ts'
import type { DocumentFormat } from './document-format.ts'
import { mergeAnnotations } from './merge-annotations.ts'
import { mergeClaims } from './merge-claims.ts'
import { mergeCollections } from './merge-collections.ts'
import { mergeRecords } from './merge-records.ts'
import { mergeSavedSearches, spareSavedSearch } from './merge-saved-searches.ts'
import { mergeTags } from './merge-tags.ts'
import {
  AnnotationSchema,
  ClaimSchema,
  CollectionSchema,
  SavedSearchSchema,
  TagSchema,
} from './record-schemas.ts'
import { separateIds } from './separate-ids.ts'
import type { TagRecord } from './tag-record.ts'

/** What `notebook.json` holds. */
export interface NotebookIdentity {
  /** UUID. */
  id: string
  /** ISO 8601, UTC. */
  created: string
  archive: { path: string; name: string; fingerprint: string }
}

/** What `annotations/<month>.json` holds. */
export interface AnnotationList {
  /** In order of id, so that two people's new notes land in different places of the file. */
  annotations: Annotation[]
}

/** What `tags.json` holds. */
export interface TagList {
  /** In order of id, each once. */
  tags: TagRecord[]
}

/** `notebook.json` */
export const NOTEBOOK_FORMAT: DocumentFormat<NotebookIdentity> = {
  name: 'annals-notebook',
  schema: v.looseObject({
    id: v.string(),
    created: v.string(),
    archive: v.looseObject({ path: v.string(), name: v.string(), fingerprint: v.string() }),
  }),
  merge: (_base, ours, theirs) => ({ ...theirs, archive: ours.archive }),
}

/** `annotations/<month>.json` */
export const ANNOTATIONS_FORMAT: DocumentFormat<AnnotationList> = {
  name: 'annals-annotations',
  schema: v.looseObject({
    annotations: v.pipe(v.array(AnnotationSchema), v.transform(separateVersions)),
  }),
  merge: (base, ours, theirs) => ({
    ...theirs,
    annotations: sortById(
      mergeRecords(base?.annotations ?? [], ours.annotations, theirs.annotations, mergeAnnotations),
    ),
  }),
  empty: { annotations: [] },
}

/** `collections/<slug>-<id>.json` */
export const COLLECTION_FORMAT: DocumentFormat<Collection> = {
  name: 'annals-collection',
  schema: CollectionSchema,
  merge: mergeCollections,
}

/** `searches/<slug>-<id>.json` */
export const SAVED_SEARCH_FORMAT: DocumentFormat<SavedSearch> = {
  name: 'annals-saved-search',
  schema: SavedSearchSchema,
  merge: mergeSavedSearches,
  spare: spareSavedSearch,
}

/** `claims/<slug>-<id>.json` */
export const CLAIM_FORMAT: DocumentFormat<Claim> = {
  name: 'annals-claim',
  schema: ClaimSchema,
  merge: mergeClaims,
}

/** `tags.json` */
export const TAGS_FORMAT: DocumentFormat<TagList> = {
  name: 'annals-tags',
  schema: v.looseObject({ tags: v.array(TagSchema) }),
  merge: (base, ours, theirs) => ({
    ...theirs,
    tags: mergeTags(base?.tags ?? [], ours.tags, theirs.tags),
  }),
}

/** The order in which annotations stand in their document. */
export function sortById(annotations: readonly Annotation[]): Annotation[] {
  return annotations.toSorted((one, other) => compareText(one.id, other.id))
}

function separateVersions<Item extends { id: string; copyOf?: string }>(
  annotations: Item[],
): Item[] {
  return separateIds(annotations, (copyOf) => ({ copyOf }))
}
