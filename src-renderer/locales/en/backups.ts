import type { BackupRecord } from '#shared/backup.ts'
import type { RecordKind } from '#shared/trash.ts'
import { plural } from './plural.ts'

const KINDS: Record<RecordKind, string> = {
  annotation: 'Note',
  collection: 'Collection',
  savedSearch: 'Saved search',
  claim: 'Claim',
}

/** Words of the Backups page. */
export const backups = {
  room: 'Backups',
  list: 'Documents and their earlier versions',
  page: 'Earlier version',
  filter: 'Find a document',
  noMatch: 'No document of this name.',
  versions: (count: number) => plural(count, 'version', 'versions'),
  kib: (bytes: number) =>
    bytes < 1024
      ? `${bytes.toLocaleString('en')} bytes`
      : `${Math.round(bytes / 1024).toLocaleString('en')} KiB`,
  beforeMigration: 'before the format changed; kept for good',
  beforeMigrationShort: 'kept for good',
  unreadable: 'not readable',
  unreadableHelp: 'This version is damaged, too; nothing can be restored from it.',
  emptyTitle: 'No backups yet',
  emptyText:
    'Whenever a document of your notebook changes, its earlier version is kept: the last five, one an hour, one a day. They appear here.',
  chooseTitle: 'Choose a version',
  chooseText:
    'It is compared with your notebook as it is now. What is gone or was changed can be brought back as a copy; nothing that is there is replaced.',
  reading: 'Comparing…',
  heading: (title: string, when: string) => `${title}, as of ${when}`,
  kinds: KINDS,
  differences: { gone: 'Gone', changed: 'Changed', same: 'Same' } satisfies Record<
    BackupRecord['difference'],
    string
  >,
  summary: (gone: number, changed: number, same: number, added: number) =>
    [
      `${gone.toLocaleString('en')} gone since`,
      `${changed.toLocaleString('en')} changed`,
      `${same.toLocaleString('en')} the same`,
      `${added.toLocaleString('en')} added since`,
    ].join(' · '),
  allSame: 'Everything in this version is in your notebook just so.',
  showSame: 'Show those that are the same, too',
  record: (title: string) => `Bring back ${title}`,
  untitled: 'Without a name',
  then: 'Then',
  since: 'Struck out: only then. Underlined: only now.',
  empty: 'No text',
  chooseAll: 'Choose all that is gone or changed',
  restore: (count: number) => `Bring back ${plural(count, 'record', 'records')} as a copy`,
  restoreNone: 'Choose what to bring back',
  restoreHelp:
    'What is gone comes back as it was; what was changed gets the earlier version beside it.',
  restored: (count: number) => `${plural(count, 'record', 'records')} brought back`,
  more: (count: number) => `Show ${count.toLocaleString('en')} more`,
}
