import type { ImportPhase } from '#shared/import.ts'
import type { ProblemCode } from '#shared/problem.ts'
import { plural } from './plural.ts'

function number(count: number): string {
  return count.toLocaleString('en')
}

const phase: Record<ImportPhase, string> = {
  walking: 'Looking for pages',
  reading: 'Reading pages',
  relating: 'Tying events together',
  finishing: 'Finishing the index',
}

const problem: Record<ProblemCode, string> = {
  FOLDER_UNREADABLE: 'Folders that could not be opened',
  PAGE_UNREADABLE: 'Pages that could not be read',
  PAGE_NOT_REGULAR: 'Not regular files',
  PAGE_TOO_LARGE: 'Pages over the size limit',
  PAGE_BINARY: 'Files that are not text',
  PAGE_ENCODING: 'Pages not in UTF-8',
  PAGE_EMPTY: 'Empty pages',
  PAGE_NO_HEADLINE: 'Pages without a headline',
  PAGE_TOO_COMPLEX: 'Pages too complex to read',
  PAGE_CHANGED_WHILE_READ: 'Pages that changed while being read',
  PAGE_DATE_DIFFERS: 'Pages whose date differs from their folder',
  PAGE_FRONT_MATTER: 'Pages with faulty front matter',
  PATH_TOO_LONG: 'Paths that are too long',
  PATH_NOT_UNICODE: 'Names that are not Unicode',
  LINK_LOOP: 'Symbolic links that run in a circle',
  LINK_OUTSIDE: 'Symbolic links that lead out of the archive',
  LINK_BROKEN: 'Symbolic links that lead nowhere',
  SOURCE_UNSAFE: 'Source addresses that may not be opened',
}

/** Words about the import report. */
export const report = {
  room: 'Import report',
  emptyTitle: 'Nothing imported yet',
  emptyText:
    'When Annals has read this archive, this page says what was read, how fast, and what could not be.',
  start: 'Read the archive',
  again: 'Look for changes',
  goOn: 'Go on',
  cancel: 'Stop',
  summary: (events: number, files: number, seconds: string) =>
    `${plural(events, 'event', 'events')} from ${plural(files, 'page', 'pages')} in ${seconds}`,
  seconds: (ms: number) =>
    ms < 1000
      ? `${number(ms)} ms`
      : `${(ms / 1000).toLocaleString('en', { maximumFractionDigits: 1 })} s`,
  minutes: (minutes: number, seconds: number) => `${number(minutes)} min ${number(seconds)} s`,
  speed: (perSecond: number) => `${number(perSecond)} pages a second`,
  cancelledTitle: 'This import was stopped before it ended.',
  cancelledText: 'What it had read is usable. The next import goes on from there.',
  runningTitle: 'An import is running',
  phase,
  progress: (read: number, all: number | null) =>
    all === null
      ? plural(read, 'page found', 'pages found')
      : `${number(read)} of ${number(all)} pages`,
  left: (text: string) => `about ${text} left`,

  read: 'Read',
  archive: 'What is in the archive',
  counts: {
    files: 'Pages',
    events: 'Events',
    days: 'Days',
    sources: 'Sources',
    relations: 'Relations',
    entities: 'Entities',
    revisions: 'Revisions',
  },
  unresolved: (count: number) =>
    count === 0 ? 'all lead to events here' : `${number(count)} lead to events not here`,
  pageChanges: 'Pages since the import before',
  pageChange: { added: 'New', changed: 'Changed', removed: 'Gone', unchanged: 'Unchanged' },
  eventChanges: 'Events since the import before',
  eventChange: { added: 'Added', changed: 'Changed', moved: 'Moved', removed: 'Removed' },
  whatChanged: 'What changed',
  noEventChanges: 'No event changed.',
  fingerprint: 'Fingerprint',
  fingerprintText: 'Of all pages, by path and content: who has the same has the same archive.',
  copyFingerprint: 'Copy the whole fingerprint',
  watched: 'Changes on disk are noticed by themselves.',
  unwatched: 'Changes in this folder are not noticed by themselves. Look for them here.',

  problems: 'What could not be read',
  problemCount: (shown: number, all: number) =>
    shown === all
      ? plural(all, 'problem', 'problems')
      : `${number(shown)} of ${plural(all, 'problem', 'problems')}`,
  noProblems: 'Every page was read without loss.',
  problem,
  problemKept: 'The archive is never changed: every file is as it was.',
  filter: 'Filter problems',
  filterHint: 'Part of a path, code or reason',
  noMatch: 'No problem matches the filter.',
  copy: 'Copy as text',
  copied: 'Copied',
}
