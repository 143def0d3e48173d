import type { HighlightColour, ReviewState } from '#shared/notebook.ts'
import { plural } from './plural.ts'

const COLOURS: Record<HighlightColour, string> = {
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  pink: 'Pink',
  purple: 'Purple',
  orange: 'Orange',
}

const STATES: Record<ReviewState, string> = {
  open: 'Open',
  checked: 'Checked',
  disputed: 'Disputed',
}

/** Words of the Notes room. */
export const notesRoom = {
  room: 'Notes',
  list: 'Your notes',
  tabs: 'Which notes',
  all: 'All',
  unsure: 'Please confirm',
  orphan: 'Orphans',
  search: 'Search your notes',
  searchHint: 'Words, tag:, colour:, is:, date:, in: …',
  sort: 'Order',
  sorts: {
    modified: 'Last changed',
    created: 'Last made',
    date: 'Event, newest first',
    event: 'Order in the text',
  },
  count: (count: number) => plural(count, 'note', 'notes'),
  searching: 'Searching…',
  more: 'More',
  showFilters: 'Show the filters',
  hideFilters: 'Hide the filters',

  filters: 'Filters',
  colour: 'Colour',
  colours: COLOURS,
  state: 'State',
  states: STATES,
  tags: 'Tags',
  noTags: 'No tags yet. Add one to a note, and it can be found here.',
  tagCount: (count: number) => plural(count, 'note', 'notes'),
  editTag: 'Rename or colour…',
  editTagKeys: 'F2',

  emptyTitle: 'Your notes gather here',
  emptyText:
    'Open an event, select words and press H to highlight them, or N to write a note on the event. Everything you mark is listed here.',
  emptyAction: 'Go to the library',
  noMatch: 'No note matches',
  noMatchText: 'Try fewer words, or take a filter away.',
  clear: 'Clear the search',
  noUnsure: 'Nothing to confirm',
  noUnsureText:
    'When a page changes and the words you marked were reworded, the mark waits here for you to say whether it still stands where it should.',
  noOrphans: 'No orphans',
  noOrphansText:
    'When the words you marked are nowhere in a changed page, the mark comes here, with its quotation and note whole.',

  wholeEvent: 'On the whole event',
  changed: (when: string) => `changed ${when}`,
  statuses: { unsure: 'Please confirm', orphan: 'Orphan' },
  copy: 'Another version',
  openHelp: 'Enter or a double click opens it',

  // Several at once
  selected: (count: number) => `${plural(count, 'note', 'notes')} selected`,
  working: (count: number) => `Changing ${plural(count, 'note', 'notes')}…`,
  unselect: 'Unselect',
  open: 'Open',
  addTag: 'Add tag…',
  removeTag: 'Remove tag…',
  setColour: 'Colour',
  setState: 'State',
  collect: 'Collect…',
  evidence: 'Evidence…',
  delete: 'Delete',
  addTagTitle: (count: number) => `Add a tag to ${plural(count, 'note', 'notes')}`,
  removeTagTitle: (count: number) => `Remove a tag from ${plural(count, 'note', 'notes')}`,
  tagField: 'Find or name a tag',
  tagHint: 'Type to find a tag or name a new one; a / nests it',
  findTagHint: 'Type to find a tag',
  tagList: 'Tags',
  createTag: (name: string) => `New tag “${name}”`,
  noTagToRemove: 'No tag of this name.',
  tagAdded: (tag: string, count: number) => `“${tag}” added to ${plural(count, 'note', 'notes')}`,
  tagRemoved: (tag: string, count: number) =>
    `“${tag}” removed from ${plural(count, 'note', 'notes')}`,
  coloured: (count: number) => `${plural(count, 'note', 'notes')} coloured`,
  stateSet: (state: ReviewState, count: number) =>
    `${plural(count, 'note', 'notes')}: ${STATES[state].toLowerCase()}`,
  deleted: (count: number) => `${plural(count, 'note', 'notes')} moved to the trash`,

  // Marks whose words have changed
  review: 'Where it stands now',
  chooseTitle: 'Choose a note',
  chooseText: 'What you marked and what the page says now are shown here.',
  marked: 'What you marked',
  difference: 'What became of it',
  sameWords: 'The words are the same; those around them are not.',
  here: 'It would stand here',
  confirm: 'Confirm',
  confirmNext: 'Confirm and next',
  confirmKeys: 'Ctrl Enter',
  keepAsNote: 'Keep as note',
  keepKeys: 'Alt Enter',
  keepAsNoteHelp: 'A note on the whole event, beginning with what you marked',
  candidates: 'Places it may be meant for',
  noCandidates: 'Nothing in the page is like it any more.',
  likeness: (score: number) => `${Math.round(score * 100)} % alike`,
  chooseHere: 'It is here',
  yourNote: 'Your note',
  openEvent: 'Open the event',
  readingEvent: 'Reading the page…',
  eventGone: 'The event is not in the archive any more. Your quotation and note are whole.',
  confirmed: 'The mark stands on the words as they are now',
  kept: 'Kept as a note on the whole event',
  allDone: 'That was the last one',

  // Tags
  tagDialog: (tag: string) => `Tag “${tag}”`,
  tagName: 'Name',
  tagNameHelp: 'A / puts it below another tag: war/korea',
  tagColour: 'Colour',
  noColour: 'None',
  willRename: (count: number) => `Renames it on ${plural(count, 'note', 'notes')}.`,
  willMerge: (name: string, count: number, there: number) =>
    `“${name}” is there already, on ${plural(there, 'note', 'notes')}: the two become one, and ${plural(count, 'note', 'notes')} ${count === 1 ? 'changes' : 'change'}.`,
  willMove: (count: number) =>
    `${plural(count, 'tag', 'tags')} below it ${count === 1 ? 'moves' : 'move'} along.`,
  insideItself: 'A tag cannot go below itself.',
  rename: 'Rename',
  merge: 'Make them one',
  save: 'Save',
  renamed: (from: string, to: string, count: number) =>
    `“${from}” is now “${to}” on ${plural(count, 'note', 'notes')}`,
  tagColoured: (tag: string) => `“${tag}” coloured`,

  // Bringing and taking
  manageTags: 'Rename or colour a tag…',
  exportAll: 'Export annotations (W3C JSON-LD)…',
  importFile: 'Import annotations…',
  mergeNotebook: 'Merge another notebook…',
  trash: 'Trash',
  backups: 'Backups',
}
