import * as v from 'valibot'
import type { MainApi } from '#shared/contract.ts'

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const EventId = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const EventIds = v.pipe(v.array(EventId), v.maxLength(10_000))
const Path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const ShortText = v.pipe(v.string(), v.maxLength(500))
/** A researcher's own prose: far more than anyone writes, far less than would hurt. */
const LongText = v.pipe(v.string(), v.maxLength(2_000_000))
const Tags = v.pipe(v.array(ShortText), v.maxLength(200))
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const SearchRequest = v.strictObject({
  query: v.pipe(v.string(), v.maxLength(10_000)),
  sort: v.picklist(['date', 'date-ascending', 'relevance']),
  offset: Count,
  limit: v.pipe(Count, v.minValue(1), v.maxValue(500)),
})

const NameRequest = v.strictObject({
  filter: ShortText,
  sort: v.picklist(['count', 'name']),
  offset: Count,
  limit: v.pipe(Count, v.minValue(1), v.maxValue(500)),
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
  startImport: v.strictTuple([]),
  getImportReport: v.strictTuple([]),
  listYears: v.strictTuple([]),
  listDays: v.strictTuple([Count, v.pipe(Count, v.minValue(1), v.maxValue(12))]),
  listEntities: v.strictTuple([NameRequest]),
  listSources: v.strictTuple([NameRequest]),
  search: v.strictTuple([SearchRequest]),
  searchIds: v.strictTuple([
    v.strictObject({ ...SearchRequest.entries, limit: v.pipe(Count, v.maxValue(10_000)) }),
  ]),
  readEvent: v.strictTuple([EventId]),
  resolveLink: v.strictTuple([EventId, v.pipe(v.string(), v.maxLength(10_000))]),
  openExternal: v.strictTuple([v.pipe(v.string(), v.maxLength(10_000))]),
  getNotebookStatus: v.strictTuple([]),
  retrySave: v.strictTuple([]),
  listMarks: v.strictTuple([]),
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
  undo: v.strictTuple([]),
  redo: v.strictTuple([]),
  previewExport: v.strictTuple([Id, ExportOptions]),
  exportCollection: v.strictTuple([Id, ExportOptions]),
  showExport: v.strictTuple([]),
}
