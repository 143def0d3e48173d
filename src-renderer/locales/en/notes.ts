import { plural } from './plural.ts'

/** Words about notes, tags and the notebook. */
export const notes = {
  // On an event
  heading: 'Notes',
  add: 'Add a note',
  addShortcut: 'N',
  none: 'No notes on this event yet.',
  card: (beginning: string) => (beginning ? `Note: ${beginning}` : 'Note'),
  edit: 'Edit note',
  delete: 'Delete note',
  done: 'Done',
  editorLabel: 'Note, in Markdown',
  editorHint: 'Write in Markdown… [[ links, # tags',
  preview: 'Preview',
  spellCheck: 'Check spelling',
  linkToCollection: 'Collection',
  tags: 'Tags',
  tagHint: 'Add a tag…',
  removeTag: (tag: string) => `Remove tag ${tag}`,
  knownTags: 'Tags of this notebook',
  newTag: (tag: string) => `New tag “${tag}”`,
  tagUse: (count: number) => plural(count, 'event', 'events'),
  quote: 'Marked words',

  // State of a text being written
  saved: 'Saved',
  waiting: 'Typing…',
  saving: 'Saving…',
  notSaved: 'Not saved',
  notSavedFix: (message: string) => `${message} Your text is kept here and tried again.`,
  retry: 'Try now',
  emptyLeaves: 'Empty: deleted when you leave it',

  // Toasts
  noteDeleted: 'Note deleted',
  undid: (label: string) => `Undone: ${label}`,
  redid: (label: string) => `Done again: ${label}`,
  nothingToUndo: 'Nothing to undo',
  nothingToRedo: 'Nothing to do again',
  errorFix: (fix: string, code: string | null) => (code === null ? fix : `${fix} (${code})`),

  // Notebook banner
  readOnlyTitle: {
    NOTEBOOK_LOCKED: 'This notebook is open in another Annals: here it can be read, not changed.',
    NOTEBOOK_NEWER: 'This notebook was made by a newer Annals: here it can be read, not changed.',
    NOTEBOOK_DAMAGED: 'Part of this notebook is damaged: it can be read, not changed.',
    NOTEBOOK_READ_ONLY: 'This notebook can be read, not changed.',
  },
  cannotChange: 'This notebook cannot be changed here',
  problemTitle: (count: number) =>
    count === 1
      ? 'There is a problem with one file of your notebook.'
      : `There are problems with ${count.toLocaleString('en')} files of your notebook.`,
  backupsLeft: 'Earlier backups of your notebook could not be moved along.',
  problemKept: 'Annals has changed nothing there. Everything else in the notebook works.',
  inMemory: 'Annals still has in memory what it held.',
  writeAgain: 'Write it again',
  backup: 'Newest valid backup',
  noBackup: 'There is no valid backup of it.',
  restoreBackup: 'Restore from the backup',
  beginAnew: 'Set it aside and go on',
  seeBackups: 'See all backups',
  documentRestored: 'The document was put right',
  damagedKept: (path: string) => `Its damaged bytes are kept in ${path}`,
  saveElsewhere: 'Save elsewhere…',
  openFolder: 'Open folder',
  showFile: 'Show in folder',
  savedElsewhere: 'The notebook is saved, and goes on there',
  saveFailedTitle: 'Your latest changes are not on disk.',
  saveFailedKept: 'They are kept in memory while Annals is open.',

  // Markdown
  refused: {
    'too-long': 'Too long to be laid out: shown as plain text.',
    'too-deep': 'Nested too deeply to be laid out: shown as plain text.',
    'too-slow': 'Too complex to be laid out: shown as plain text.',
    failed: 'Could not be laid out: shown as plain text.',
  },
  picture: (description: string, host: string) =>
    `${description || 'Picture'}${host ? ` (picture on ${host})` : ' (picture)'}`,
  outside: 'Open outside Annals?',
  outsideText: 'This leads out of Annals, to your browser or mail program. The whole address:',
  openOutside: 'Open outside',
  copyAddress: 'Copy address',
  linkMissing: 'This link leads to nothing in the archive',
}
