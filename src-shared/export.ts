/** `file`: one document. `folder`: an index and one document per event. */
export type ExportLayout = 'file' | 'folder'

/** `collection`: the researcher's order. `date`: chronological. */
export type ExportOrder = 'collection' | 'date'

export interface MarkdownExportOptions {
  layout: ExportLayout
  order: ExportOrder
  /** Notes and tags of the entries' events. */
  includeNotes: boolean
  includeSources: boolean
  includeRelations: boolean
}

export const DEFAULT_EXPORT_OPTIONS: MarkdownExportOptions = {
  layout: 'file',
  order: 'collection',
  includeNotes: true,
  includeSources: true,
  includeRelations: true,
}

/** One document of an export. */
export interface ExportDocument {
  /** Relative to the export's folder, POSIX separators, one safe segment per level. */
  path: string
  text: string
}

export interface ExportResult {
  /** Absolute paths of what was written, in order. */
  files: string[]
  /** How many events the export holds. */
  entries: number
}
