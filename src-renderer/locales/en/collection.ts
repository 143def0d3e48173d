import { plural } from './plural.ts'

/** Words about collections. */
export const collection = {
  room: 'Collections',
  create: 'New collection',
  untitled: (number: number) => (number === 1 ? 'Untitled' : `Untitled ${number}`),
  list: 'List of collections',
  events: (count: number) => plural(count, 'event', 'events'),
  emptyTitle: 'Bring events together',
  emptyText:
    'A collection is an ordered list of events with your remarks: an argument, a chronology, a chapter. Make one, then press C on any event to add it.',
  chooseTitle: 'Choose a collection',
  chooseText: 'Its events, in your order and with your remarks, open here.',
  goneTitle: 'This collection is not here any more',
  goneText: 'It may have been deleted. Undo (Ctrl+Z) brings a deleted collection back.',

  name: 'Name of the collection',
  rename: 'Rename',
  renameShortcut: 'F2',
  delete: 'Delete collection',
  more: 'More',
  export: 'Export…',
  sortByDate: 'Order by date',
  introductionHint: 'What this collection is about, in Markdown…',
  addIntroduction: 'Write an introduction',
  editIntroduction: 'Edit introduction',
  editor: 'Introduction, in Markdown',

  entries: 'Events of the collection',
  noEntriesTitle: 'No events yet',
  noEntriesText: 'Go to the library, choose an event and press C to add it to this collection.',
  toLibrary: 'Go to the library',
  remark: (title: string) => `Remark on ${title}, in Markdown`,
  remarkHint: 'Your remark, in Markdown…',
  addRemark: 'Add a remark',
  editRemark: 'Edit remark',
  moveUp: 'Move up',
  moveDown: 'Move down',
  moveUpShortcut: 'Alt ↑',
  moveDownShortcut: 'Alt ↓',
  drag: 'Drag to reorder',
  removeEntry: 'Remove from the collection',
  movedTo: (title: string, place: number, count: number) =>
    `${title}: now ${place.toLocaleString('en')} of ${count.toLocaleString('en')}`,
  notInArchive: 'Not in this archive. Shown from your notebook’s copy.',
  noteCount: (count: number) => plural(count, 'note', 'notes'),

  pick: (count: number) =>
    count === 1 ? 'Add to a collection' : `Add ${plural(count, 'event', 'events')} to a collection`,
  pickField: 'Find or name a collection',
  pickHint: 'Type to find a collection or name a new one',
  pickList: 'Collections',
  pickCreate: (name: string) => `Create “${name}”`,
  pickNone: 'No collection yet. Type a name to make the first one.',
  holdsAll: (count: number) => (count === 1 ? 'Already in it' : 'All already in it'),
  holdsSome: (held: number, count: number) =>
    `${held.toLocaleString('en')} of ${count.toLocaleString('en')} in it`,

  addedTo: (count: number, name: string) =>
    `${plural(count, 'event', 'events')} added to “${name}”`,
  alreadyIn: (name: string) => `Already in “${name}”`,
  deleted: (name: string) => `Collection “${name}” deleted`,
  sortedByDate: 'Put in order of date',
  entriesRemoved: (count: number) => `${plural(count, 'event', 'events')} removed`,
}
