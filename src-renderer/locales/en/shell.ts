import type { ChangeCounts } from '#shared/changes.ts'
import { plural } from './plural.ts'

/** Words of the window's frame: bars, rooms, commands. */
export const shell = {
  back: 'Back',
  forward: 'Forward',
  topBar: 'Window',
  archiveMenu: (name: string) => `Archive ${name}`,
  openFolder: 'Open folder…',
  closeArchive: 'Close archive',
  importAgain: 'Look for changes',
  whatChanged: 'What changed',
  search: 'Search',
  help: 'Keyboard shortcuts',
  rooms: {
    label: 'Rooms',
    library: 'Library',
    notes: 'Notes',
    collections: 'Collections',
    claims: 'Claims',
    searches: 'Searches',
    report: 'Import report',
    more: 'More rooms',
    trash: 'Trash',
    backups: 'Backups',
  },
  theme: {
    label: 'Appearance',
    system: 'Like the system',
    light: 'Light',
    dark: 'Dark',
  },
  status: {
    label: 'Status',
    events: (count: number) => plural(count, 'event', 'events'),
    problems: (count: number) => plural(count, 'problem', 'problems'),
    problemsTitle: 'Open the import report',
    saved: 'Saved',
    saving: 'Saving…',
    failed: 'Not saved',
    failedCode: (message: string, code: string) => `${message} (${code})`,
    readOnly: 'Notebook is read-only',
    damaged: (count: number) => `${plural(count, 'notebook file', 'notebook files')} unreadable`,
    retry: 'Try to save again',
  },
  importing: {
    name: 'Import',
    walking: (seen: number) => `Looking for pages: ${seen.toLocaleString('en')}`,
    reading: (read: number, all: number) =>
      `Reading pages: ${read.toLocaleString('en')} of ${all.toLocaleString('en')}`,
    relating: 'Joining related events',
    finishing: 'Finishing',
    left: (time: string) => `about ${time} left`,
    cancel: 'Stop the import',
    failed: 'The import stopped',
    cancelled: 'Import stopped; what was read is usable',
    resume: 'Go on',
    seconds: (count: number) => plural(count, 'second', 'seconds'),
    minutes: (count: number) => plural(count, 'minute', 'minutes'),
  },
  update: {
    pages: (count: number) => `${plural(count, 'page', 'pages')} changed on disk`,
    takeIn: 'Take in',
    later: 'Say no more of these',
    outcome: ({ added, changed, removed, moved }: ChangeCounts) =>
      [
        [added, 'added'] as const,
        [changed, 'changed'] as const,
        [moved, 'moved'] as const,
        [removed, 'removed'] as const,
      ]
        .filter(([count]) => count > 0)
        .map(([count, word], index) =>
          index === 0
            ? `${plural(count, 'event', 'events')} ${word}`
            : `${count.toLocaleString('en')} ${word}`,
        )
        .join(', '),
    see: 'See what changed',
    dismiss: 'Close',
    nothing: (pages: number) =>
      pages === 0
        ? 'Nothing changed on disk'
        : `${plural(pages, 'page', 'pages')} changed, but no event in them`,
  },
  vanished: {
    title: (gone: number | null, known: number | null) =>
      gone === null || known === null
        ? 'The pages of this archive are not there'
        : gone === known
          ? `None of the ${plural(known, 'page', 'pages')} are there`
          : `${gone.toLocaleString('en')} of ${plural(known, 'page', 'pages')} are not there`,
    question: 'Is the drive or share connected?',
    kept: 'Nothing was changed: you can search and read as before, and your notes and collections are whole.',
    retry: 'Try again',
    onPurpose: 'They were deleted on purpose…',
    keep: 'Keep as it is',
    confirmTitle: (gone: number | null) =>
      gone === null ? 'Let the pages go?' : `Let ${plural(gone, 'page', 'pages')} go?`,
    confirmText:
      'Their events leave the library and its searches. Your notes on them and your collections stay whole: each keeps its own copy of the event.',
    confirmBack: 'If the pages come back, so do their events.',
    confirm: 'Take them out of the library',
    back: 'Back',
    decide: 'Decide…',
  },
  missing: {
    title: (path: string) => `The archive is not at ${path}.`,
    text: 'Your notes, collections and claims are all here; searches answer from what was read before. Where is the archive now?',
    locate: 'Locate…',
  },
  drop: {
    title: 'Open this folder as an archive',
    text: 'It is only read, never written to.',
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    groups: {
      anywhere: 'Anywhere',
      results: 'In lists',
      notes: 'In the notes',
      event: 'On an event',
      words: 'On selected words',
    },
  },
  commands: {
    'open-archive': 'Open a folder',
    'close-archive': 'Close the archive',
    search: 'Search',
    'go-back': 'Back',
    'go-forward': 'Forward',
    undo: 'Undo',
    redo: 'Redo',
    'new-note': 'Write a note on the event',
    'new-collection': 'New collection',
    'new-claim': 'New claim',
    notes: 'Notes',
    claims: 'Claims',
    trash: 'Trash',
    backups: 'Backups',
    'add-to-collection': 'Add to a collection',
    'save-search': 'Save this search',
    'import-report': 'Import report',
    changes: 'What changed',
    'show-shortcuts': 'Keyboard shortcuts',
    'next-row': 'Next result',
    'previous-row': 'Previous result',
    'open-row': 'Open',
    'mark-row': 'Select or unselect',
    'extend-rows': 'Extend the selection',
    'select-all': 'Select all results',
    'next-event': 'Read the next event',
    'previous-event': 'Read the previous event',
    'toggle-ways': 'Show or hide the ways in',
    'toggle-reader': 'Show or hide the reader',
    'next-pane': 'Next pane',
    'previous-pane': 'Previous pane',
    'delete-notes': 'Delete what is selected',
    'confirm-mark': 'Confirm where a mark stands, and next',
    'keep-as-note': 'Keep a mark as a note',
    rename: 'Rename a tag, claim or collection',
    'copy-citation': 'Copy as Markdown citation',
    'select-words': 'Select words by keyboard',
    'next-mark': 'Next mark',
    'previous-mark': 'Previous mark',
    'highlight-words': 'Highlight in the last colour',
    'highlight-yellow': 'Highlight in yellow',
    'highlight-green': 'Highlight in green',
    'highlight-blue': 'Highlight in blue',
    'highlight-pink': 'Highlight in pink',
    'highlight-purple': 'Highlight in purple',
    'highlight-orange': 'Highlight in orange',
    'annotate-words': 'Highlight and write a note',
    'tag-words': 'Highlight and tag',
    'quote-words': 'Copy as a quotation',
    'claim-words': 'Take as evidence for a claim',
  },
}
