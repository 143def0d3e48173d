import type { ChangeKind } from '#shared/changes.ts'
import { plural } from './plural.ts'

function number(count: number): string {
  return count.toLocaleString('en')
}

const kind: Record<ChangeKind, string> = {
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
  moved: 'Moved',
}

/** Words about what an update did to the events. */
export const changes = {
  room: 'What changed',
  list: 'Changes',
  detail: 'Change',
  report: 'Import report',
  when: (moment: string, count: number) =>
    `${plural(count, 'event', 'events')} in the update of ${moment}`,
  running: 'An import runs; this is what the one before it did.',
  kind,
  filter: 'Kinds of change',
  all: 'All',
  onlyAnnotated: 'Only with notes or in collections',
  yours: 'With your notes or in your collections',
  others: 'Others',

  emptyTitle: 'Nothing has changed since the first import',
  emptyText:
    'When pages of the archive are added, edited, moved or deleted, this room shows what became of their events, those you annotated first.',
  noneTitle: 'No such change',
  noneText: 'The last update did nothing of this kind.',
  showAll: 'Show all changes',
  loading: 'Reading the changes',

  read: 'Read in the library',
  notes: 'Your notes',
  inCollections: (count: number) => `In ${plural(count, 'collection', 'collections')} of yours`,
  addedText: 'New in the archive.',
  removedText: 'No longer in the archive. This is how it read; what you wrote about it is kept.',
  movedText: 'The same report, on another page.',
  movedFrom: 'Was at',
  movedTo: 'Now at',
  unseen:
    'Something else on its page changed; date, headline, topic, summary and sources are the same.',
  date: 'Date',
  topic: 'Topic',
  summary: 'Summary',
  sources: 'Sources',
  sourceAdded: 'added',
  sourceRemoved: 'removed',
  sourcesKept: (count: number) => `${number(count)} unchanged`,
}
