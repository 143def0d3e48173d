import type { RecordKind } from '#shared/trash.ts'
import { plural } from './plural.ts'

const KINDS: Record<RecordKind, string> = {
  annotation: 'Notes',
  collection: 'Collections',
  savedSearch: 'Saved searches',
  claim: 'Claims',
}

/** Words of the trash. */
export const trash = {
  room: 'Trash',
  list: 'Deleted things',
  intro: 'What you deleted stays here until you delete it for good.',
  filter: 'Find in the trash',
  filterHint: 'Words of a name, quotation or headline',
  kinds: KINDS,
  kindFilter: 'Which kind',
  all: 'All',
  one: {
    annotation: 'Note',
    collection: 'Collection',
    savedSearch: 'Saved search',
    claim: 'Claim',
  } satisfies Record<RecordKind, string>,
  size: {
    annotation: () => '',
    collection: (count: number) => plural(count, 'event', 'events'),
    savedSearch: () => '',
    claim: (count: number) => plural(count, 'piece of evidence', 'pieces of evidence'),
  } satisfies Record<RecordKind, (count: number) => string>,
  deletedAt: (when: string) => `deleted ${when}`,
  count: (shown: number, all: number) =>
    shown === all
      ? plural(all, 'thing', 'things')
      : `${shown.toLocaleString('en')} of ${plural(all, 'thing', 'things')}`,
  selected: (count: number) => `${plural(count, 'thing', 'things')} selected`,
  unselect: 'Unselect',
  restore: 'Restore',
  deleteForGood: 'Delete for good…',
  empty: 'Empty the trash…',
  untitled: 'Without a name',
  emptyTitle: 'The trash is empty',
  emptyText:
    'Notes, collections, claims and saved searches that you delete are kept here, and can be restored.',
  noMatch: 'Nothing in the trash matches',
  clear: 'Show all',
  askTitle: (count: number) => `Delete ${plural(count, 'thing', 'things')} for good?`,
  askText:
    'They leave the notebook. Undo brings them back until the notebook is closed; after that only a backup does.',
  confirm: 'Delete for good',
  restored: (count: number) => `${plural(count, 'thing', 'things')} restored`,
  gone: (count: number) => `${plural(count, 'thing', 'things')} deleted for good`,
}
