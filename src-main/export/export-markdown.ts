import type { ExportDocument, MarkdownExportOptions } from '#shared/export.ts'
import { exportAsFile } from './export-as-file.ts'
import { exportAsFolder } from './export-as-folder.ts'
import { type ExportInput, gatherEntries } from './gather-entries.ts'

/**
 * A collection as Markdown documents with YAML front matter. The same input gives the same bytes.
 *
 * Text of the archive is escaped, so that it stays text; Markdown of the researcher is kept as
 * written, within its place. Sources are footnotes, numbered within each document.
 *
 * @returns one document for the layout `file`; for `folder` `index.md` first, then one per event.
 */
export function exportMarkdown(
  input: ExportInput,
  options: MarkdownExportOptions,
): ExportDocument[] {
  const entries = gatherEntries(input, options)
  return options.layout === 'file' ? [exportAsFile(input, entries)] : exportAsFolder(input, entries)
}
