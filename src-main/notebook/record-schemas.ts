import * as v from 'valibot'
import { EVENT_TEXT_PARTS } from '#shared/event-text.ts'
import { STANCES } from '#shared/claim.ts'
import { HIGHLIGHT_COLOURS, REVIEW_STATES } from '#shared/notebook.ts'
import { SEARCH_SORTS } from '#shared/search.ts'
import { separateIds } from './separate-ids.ts'

/** A copy of an event. */
export const EventCopySchema = v.looseObject({
  id: v.string(),
  date: v.nullable(v.string()),
  title: v.string(),
  text: v.string(),
})

/** Version 1 knew neither the version of the text nor the hash of the page. */
const TextSelectorSchema = v.looseObject({
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  startUtf16: v.number(),
  endUtf16: v.number(),
  textVersion: v.optional(v.string(), ''),
  pageHash: v.optional(v.nullable(v.string()), null),
  part: v.exactOptional(v.picklist(EVENT_TEXT_PARTS)),
})

const WordingSchema = v.looseObject({ note: v.string(), replaced: v.string() })

/** An annotation; version 1 knew neither colours nor states. */
export const AnnotationSchema = v.looseObject({
  id: v.string(),
  created: v.string(),
  modified: v.string(),
  event: EventCopySchema,
  note: v.string(),
  tags: v.array(v.string()),
  selector: v.nullable(TextSelectorSchema),
  colour: v.optional(v.nullable(v.picklist(HIGHLIGHT_COLOURS)), null),
  state: v.optional(v.picklist(REVIEW_STATES), 'open'),
  formerEventIds: v.exactOptional(v.array(v.string())),
  wordings: v.exactOptional(v.array(WordingSchema)),
  copyOf: v.exactOptional(v.string()),
  deleted: v.exactOptional(v.string()),
})

const CollectionEntrySchema = v.looseObject({
  id: v.string(),
  event: EventCopySchema,
  remark: v.string(),
  added: v.string(),
})

/** A collection. */
export const CollectionSchema = v.looseObject({
  id: v.string(),
  created: v.string(),
  modified: v.string(),
  name: v.string(),
  introduction: v.string(),
  entries: v.pipe(
    v.array(CollectionEntrySchema),
    v.transform((entries) => separateIds(entries)),
  ),
  deleted: v.exactOptional(v.string()),
})

const FoundEventSchema = v.looseObject({
  id: v.string(),
  date: v.nullable(v.string()),
  title: v.string(),
  version: v.string(),
})

/** A saved search. */
export const SavedSearchSchema = v.looseObject({
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
    events: v.nullable(v.array(FoundEventSchema)),
  }),
  deleted: v.exactOptional(v.string()),
})

/** A tag with its colour. */
export const TagSchema = v.looseObject({
  id: v.string(),
  colour: v.picklist(HIGHLIGHT_COLOURS),
  modified: v.string(),
})

const EvidenceSchema = v.looseObject({
  id: v.string(),
  annotationId: v.string(),
  stance: v.picklist(STANCES),
  remark: v.string(),
  added: v.string(),
  event: EventCopySchema,
  quote: v.string(),
  outlets: v.array(v.string()),
})

/** A claim. */
export const ClaimSchema = v.looseObject({
  id: v.string(),
  created: v.string(),
  modified: v.string(),
  name: v.string(),
  verdict: v.string(),
  evidence: v.pipe(
    v.array(EvidenceSchema),
    v.transform((evidence) => separateIds(evidence)),
  ),
  deleted: v.exactOptional(v.string()),
})
