import { plural } from './plural.ts'

/** Words about exporting a collection. */
export const exporting = {
  room: (name: string) => `Export “${name}”`,
  back: 'Back to the collection',
  options: 'Export options',
  layout: 'Documents',
  layoutFile: 'One document',
  layoutFileText: 'The whole collection in one Markdown file.',
  layoutFolder: 'A folder',
  layoutFolderText: 'An index and one Markdown file per event, linked with one another.',
  order: 'Order',
  orderCollection: 'As in the collection',
  orderDate: 'By date',
  include: 'With each event',
  includeNotes: 'Notes and tags',
  includeSources: 'Sources',
  includeRelations: 'Related events',
  run: 'Export…',
  running: 'Exporting…',
  preview: 'Preview',
  rendered: 'Rendered',
  raw: 'Markdown',
  view: 'Show the preview as',
  documents: 'Documents',
  previewing: 'Making the preview…',
  empty: 'This collection has no events to export yet.',
  shortened: (shown: number, all: number) =>
    `The first ${shown.toLocaleString('en')} of ${all.toLocaleString('en')} characters are shown; the export holds all of them.`,
  done: (entries: number, files: number) =>
    `${plural(entries, 'event', 'events')} written to ${plural(files, 'file', 'files')}`,
  show: 'Show in folder',
  moreFiles: (count: number) => `and ${plural(count, 'more file', 'more files')}`,
}
