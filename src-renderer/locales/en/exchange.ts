import type { ExchangeFormat } from '#shared/exchange.ts'
import { plural } from './plural.ts'

/** Words about bringing annotations in and taking them along. */
export const exchange = {
  exporting: 'Exporting…',
  importing: 'Importing…',
  merging: 'Merging…',
  exported: 'Annotations exported',
  showInFolder: 'Show in folder',
  titles: {
    'web-annotation': 'Annotations imported',
    hypothesis: 'Hypothesis annotations imported',
    notebook: 'Notebook merged',
  } satisfies Record<ExchangeFormat, string>,
  total: (count: number) => `${plural(count, 'record', 'records')} read.`,
  nothing: 'Your notebook has all of it already: nothing was changed.',
  rows: {
    added: 'Added',
    updated: 'Updated by a newer version',
    same: 'Already there',
    conflicts: 'Changed on both sides: both versions kept',
    refused: 'Refused',
  },
  conflictsHelp: 'Look for “Another version” in the Notes room.',
  refusedTitle: (count: number) => `${plural(count, 'record was', 'records were')} refused`,
  untitled: 'Without a title',
  undoHelp: 'It is one step: Undo takes it all back.',
  done: 'Done',
}
