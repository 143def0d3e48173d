import * as v from 'valibot'
import type { MainApi } from '#shared/contract.ts'
import { SEARCH_SORTS } from '#shared/search.ts'

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const EventId = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const EventIds = v.pipe(v.array(EventId), v.maxLength(10_000))
const Path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const ShortText = v.pipe(v.string(), v.maxLength(500))
/** A researcher's own prose: far more than anyone writes, far less than would hurt. */
const LongText = v.pipe(v.string(), v.maxLength(2_000_000))
const Tags = v.pipe(v.array(ShortText), v.maxLength(200))
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const Query = v.pipe(v.string(), v.maxLength(10_000))
const PageSize = v.pipe(Count, v.minValue(1), v.maxValue(500))
const Sort = v.picklist(SEARCH_SORTS)

const SearchRequest = v.strictObject({
  query: Query,
  sort: Sort,
  isFolded: v.boolean(),
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

type ArgumentsSchema = v.GenericSchema<unknown, unknown[]>

/** What each call of the window must be given, in order. */
export const CALL_SCHEMAS: Record<keyof MainApi, ArgumentsSchema> = {
  getAppState: v.strictTuple([]),
  setTheme: v.strictTuple([v.picklist(['system', 'light', 'dark'])]),
  setLayout: v.strictTuple([ShortText, v.pipe(v.number(), v.finite())]),
  chooseFolder: v.strictTuple([]),
  openArchive: v.strictTuple([Path]),
  openSampleArchive: v.strictTuple([]),
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
  listMarks: v.strictTuple([EventIds]),
  listAnnotations: v.strictTuple([v.nullable(EventId)]),
  createAnnotation: v.strictTuple([EventId, LongText, Tags]),
  updateAnnotation: v.strictTuple([
    Id,
    v.strictObject({ note: v.optional(LongText), tags: v.optional(Tags) }),
  ]),
  deleteAnnotation: v.strictTuple([Id]),
  listTags: v.strictTuple([]),
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
  previewExport: v.strictTuple([Id, ExportOptions]),
  exportCollection: v.strictTuple([Id, ExportOptions]),
  showExport: v.strictTuple([]),
}
