import * as v from 'valibot'
import type { Annotation, Collection } from '#shared/notebook.ts'
import type { SavedSearch } from '#shared/saved-search.ts'
import { SEARCH_SORTS } from '#shared/search.ts'
import { compareText } from './compare-text.ts'
import { copyId } from './copy-id.ts'
import type { DocumentFormat } from './document-format.ts'
import { mergeAnnotations } from './merge-annotations.ts'
import { mergeCollections } from './merge-collections.ts'
import { mergeRecords } from './merge-records.ts'
import { mergeSavedSearches, spareSavedSearch } from './merge-saved-searches.ts'

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

const EventCopy = v.looseObject({
  id: v.string(),
  date: v.nullable(v.string()),
  title: v.string(),
  text: v.string(),
})

const TextSelector = v.looseObject({
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  startUtf16: v.number(),
  endUtf16: v.number(),
})

const AnnotationSchema = v.looseObject({
  id: v.string(),
  created: v.string(),
  modified: v.string(),
  event: EventCopy,
  note: v.string(),
  tags: v.array(v.string()),
  selector: v.nullable(TextSelector),
  formerEventIds: v.exactOptional(v.array(v.string())),
})

const CollectionEntry = v.looseObject({
  id: v.string(),
  event: EventCopy,
  remark: v.string(),
  added: v.string(),
})

const CollectionSchema = v.looseObject({
  id: v.string(),
  created: v.string(),
  modified: v.string(),
  name: v.string(),
  introduction: v.string(),
  entries: v.pipe(v.array(CollectionEntry), v.transform(separateIds)),
})

const FoundEvent = v.looseObject({
  id: v.string(),
  date: v.nullable(v.string()),
  title: v.string(),
  version: v.string(),
})

const SavedSearchSchema = v.looseObject({
  id: v.string(),
  created: v.string(),
  modified: v.string(),
  name: v.string(),
  query: v.string(),
  sort: v.picklist(SEARCH_SORTS),
  isFolded: v.boolean(),
  seen: v.looseObject({
    at: v.string(),
    archive: v.string(),
    total: v.number(),
    events: v.nullable(v.array(FoundEvent)),
  }),
})

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
    annotations: v.pipe(v.array(AnnotationSchema), v.transform(separateIds)),
  }),
  merge: (base, ours, theirs) => ({
    ...theirs,
    annotations: sortById(
      mergeRecords(base?.annotations ?? [], ours.annotations, theirs.annotations, mergeAnnotations),
    ),
  }),
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

/** The order in which annotations stand in their document. */
export function sortById(annotations: readonly Annotation[]): Annotation[] {
  return annotations.toSorted((one, other) => compareText(one.id, other.id))
}

/** Where a merge by hand left two records with one id, both stay and the second gets its own. */
function separateIds<Item extends { id: string }>(items: Item[]): Item[] {
  const seen = new Set<string>()
  return items.map((item) => {
    const separate = seen.has(item.id) ? { ...item, id: copyId(item) } : item
    seen.add(separate.id)
    return separate
  })
}
