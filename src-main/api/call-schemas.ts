import * as v from 'valibot'
import { ANCHOR_STATUSES } from '#shared/anchor.ts'
import { CLAIM_TABLE_FORMATS, STANCES } from '#shared/claim.ts'
import type { MainApi } from '#shared/contract.ts'
import { EVENT_TEXT_PARTS } from '#shared/event-text.ts'
import { CONTEXT_LENGTH, HIGHLIGHT_COLOURS, REVIEW_STATES } from '#shared/notebook.ts'
import { ANNOTATION_SORTS, SEARCH_SORTS } from '#shared/search.ts'
import { RECORD_KINDS } from '#shared/trash.ts'

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const EventId = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const EventIds = v.pipe(v.array(EventId), v.maxLength(10_000))
const Path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const ShortText = v.pipe(v.string(), v.maxLength(500))
/** A researcher's own prose: far more than anyone writes, far less than would hurt. */
const LongText = v.pipe(v.string(), v.maxLength(2_000_000))
const Tags = v.pipe(v.array(ShortText), v.maxLength(200))
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const RecordName = v.strictObject({ kind: v.picklist(RECORD_KINDS), id: Id })
const RecordNames = v.pipe(v.array(RecordName), v.maxLength(50_000))

const Query = v.pipe(v.string(), v.maxLength(10_000))
const PageSize = v.pipe(Count, v.minValue(1), v.maxValue(500))
const Stance = v.picklist(STANCES)
const Sort = v.picklist(SEARCH_SORTS)

const SearchRequest = v.strictObject({
  query: Query,
  sort: Sort,
  isFolded: v.boolean(),
  offset: Count,
  limit: PageSize,
})

const AnnotationSearchRequest = v.strictObject({
  query: Query,
  status: v.nullable(v.picklist(ANCHOR_STATUSES)),
  sort: v.picklist(ANNOTATION_SORTS),
  offset: Count,
  limit: PageSize,
})

const ChangesRequest = v.strictObject({
  kind: v.nullable(v.picklist(['added', 'changed', 'removed', 'moved'])),
  onlyAnnotated: v.boolean(),
  offset: Count,
  limit: PageSize,
})

const NameRequest = v.strictObject({
  filter: ShortText,
  sort: v.picklist(['count', 'name']),
  offset: Count,
  limit: PageSize,
})

const ExportOptions = v.strictObject({
  layout: v.picklist(['file', 'folder']),
  order: v.picklist(['collection', 'date']),
  includeNotes: v.boolean(),
  includeSources: v.boolean(),
  includeRelations: v.boolean(),
})

const Colour = v.picklist(HIGHLIGHT_COLOURS)
const State = v.picklist(REVIEW_STATES)
/** As many as a notebook may hold; a bulk change is one step. */
const Ids = v.pipe(v.array(Id), v.minLength(1), v.maxLength(50_000))
const Records = v.pipe(
  v.array(v.strictObject({ kind: v.picklist(RECORD_KINDS), id: Id })),
  v.minLength(1),
  v.maxLength(50_000),
)

const Selector = v.strictObject({
  exact: v.pipe(v.string(), v.minLength(1), v.maxLength(100_000)),
  prefix: v.pipe(v.string(), v.maxLength(CONTEXT_LENGTH)),
  suffix: v.pipe(v.string(), v.maxLength(CONTEXT_LENGTH)),
  startUtf16: Count,
  endUtf16: Count,
  textVersion: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  pageHash: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  part: v.exactOptional(v.picklist(EVENT_TEXT_PARTS)),
})

type ArgumentsSchema = v.GenericSchema<unknown, unknown[]>

/** What each call of the window must be given, in order. */
export const CALL_SCHEMAS: Record<keyof MainApi, ArgumentsSchema> = {
  getAppState: v.strictTuple([]),
  setTheme: v.strictTuple([v.picklist(['system', 'light', 'dark'])]),
  setLayout: v.strictTuple([ShortText, v.pipe(v.number(), v.finite())]),
  chooseFolder: v.strictTuple([]),
  openArchive: v.strictTuple([Path]),
  openSampleArchive: v.strictTuple([]),
  openWithoutArchive: v.strictTuple([Path]),
  locateArchive: v.strictTuple([]),
  closeArchive: v.strictTuple([]),
  forgetRecent: v.strictTuple([Path]),
  cancelImport: v.strictTuple([]),
  startImport: v.strictTuple([v.strictObject({ acceptLoss: v.boolean() })]),
  getImportReport: v.strictTuple([]),
  listChanges: v.strictTuple([ChangesRequest]),
  listYears: v.strictTuple([]),
  listDays: v.strictTuple([Count, v.pipe(Count, v.minValue(1), v.maxValue(12))]),
  listEntities: v.strictTuple([NameRequest]),
  listSources: v.strictTuple([NameRequest]),
  search: v.strictTuple([SearchRequest]),
  shapeAnswer: v.strictTuple([v.strictObject({ query: Query, limit: PageSize })]),
  suggest: v.strictTuple([
    v.strictObject({
      query: Query,
      caretUtf16: Count,
      limit: v.pipe(Count, v.minValue(1), v.maxValue(50)),
    }),
  ]),
  searchIds: v.strictTuple([
    v.strictObject({ ...SearchRequest.entries, limit: v.pipe(Count, v.maxValue(10_000)) }),
  ]),
  readEvent: v.strictTuple([EventId]),
  resolveLink: v.strictTuple([EventId, v.pipe(v.string(), v.maxLength(10_000))]),
  openExternal: v.strictTuple([v.pipe(v.string(), v.maxLength(10_000))]),
  getNotebookStatus: v.strictTuple([]),
  retrySave: v.strictTuple([]),
  listBackups: v.strictTuple([]),
  compareBackup: v.strictTuple([Id]),
  restoreBackup: v.strictTuple([Id, RecordNames]),
  restoreDocument: v.strictTuple([Path]),
  saveNotebookElsewhere: v.strictTuple([]),
  showNotebook: v.strictTuple([v.nullable(Path)]),
  listMarks: v.strictTuple([EventIds]),
  listAnnotations: v.strictTuple([v.nullable(EventId)]),
  searchAnnotations: v.strictTuple([AnnotationSearchRequest]),
  searchAnnotationIds: v.strictTuple([AnnotationSearchRequest]),
  listAnchors: v.strictTuple([EventId]),
  suggestLinks: v.strictTuple([ShortText]),
  createAnnotation: v.strictTuple([
    v.strictObject({
      eventId: EventId,
      note: LongText,
      tags: Tags,
      selector: v.nullable(Selector),
      colour: v.nullable(Colour),
    }),
  ]),
  updateAnnotation: v.strictTuple([
    Id,
    v.strictObject({
      note: v.optional(LongText),
      tags: v.optional(Tags),
      selector: v.optional(v.nullable(Selector)),
      colour: v.optional(v.nullable(Colour)),
      state: v.optional(State),
    }),
  ]),
  updateAnnotations: v.strictTuple([
    Ids,
    v.strictObject({
      addTags: v.optional(Tags),
      removeTags: v.optional(Tags),
      colour: v.optional(Colour),
      state: v.optional(State),
    }),
  ]),
  deleteAnnotations: v.strictTuple([Ids]),
  restoreWording: v.strictTuple([Id, ShortText]),
  listNoteLinks: v.strictTuple([EventId]),
  listTags: v.strictTuple([]),
  changeTag: v.strictTuple([
    ShortText,
    v.strictObject({
      name: v.exactOptional(ShortText),
      colour: v.exactOptional(v.nullable(Colour)),
    }),
  ]),
  listTrash: v.strictTuple([]),
  restoreFromTrash: v.strictTuple([Records]),
  deleteForGood: v.strictTuple([Records]),
  listCollections: v.strictTuple([]),
  getCollection: v.strictTuple([Id]),
  createCollection: v.strictTuple([ShortText]),
  updateCollection: v.strictTuple([
    Id,
    v.strictObject({ name: v.optional(ShortText), introduction: v.optional(LongText) }),
  ]),
  deleteCollection: v.strictTuple([Id]),
  addToCollection: v.strictTuple([Id, EventIds]),
  removeFromCollection: v.strictTuple([Id, v.pipe(v.array(Id), v.maxLength(10_000))]),
  setRemark: v.strictTuple([Id, Id, LongText]),
  moveEntry: v.strictTuple([Id, Id, Count]),
  sortEntriesByDate: v.strictTuple([Id]),
  listClaims: v.strictTuple([]),
  getClaim: v.strictTuple([Id]),
  createClaim: v.strictTuple([ShortText]),
  updateClaim: v.strictTuple([
    Id,
    v.strictObject({ name: v.optional(ShortText), verdict: v.optional(LongText) }),
  ]),
  deleteClaim: v.strictTuple([Id]),
  addEvidence: v.strictTuple([Id, Ids, Stance]),
  updateEvidence: v.strictTuple([
    Id,
    Id,
    v.strictObject({ stance: v.optional(Stance), remark: v.optional(LongText) }),
  ]),
  removeEvidence: v.strictTuple([Id, Ids]),
  exportClaim: v.strictTuple([Id, v.picklist(CLAIM_TABLE_FORMATS)]),
  listSavedSearches: v.strictTuple([]),
  createSavedSearch: v.strictTuple([
    v.strictObject({ name: ShortText, query: Query, sort: Sort, isFolded: v.boolean() }),
  ]),
  updateSavedSearch: v.strictTuple([
    Id,
    v.strictObject({
      name: v.optional(ShortText),
      query: v.optional(Query),
      sort: v.optional(Sort),
      isFolded: v.optional(v.boolean()),
    }),
  ]),
  deleteSavedSearch: v.strictTuple([Id]),
  compareSavedSearch: v.strictTuple([Id]),
  markSavedSearchSeen: v.strictTuple([Id]),
  undo: v.strictTuple([]),
  redo: v.strictTuple([]),
  exportAnnotations: v.strictTuple([]),
  importAnnotations: v.strictTuple([]),
  mergeNotebook: v.strictTuple([]),
  previewExport: v.strictTuple([Id, ExportOptions]),
  exportCollection: v.strictTuple([Id, ExportOptions]),
  showExport: v.strictTuple([]),
}
