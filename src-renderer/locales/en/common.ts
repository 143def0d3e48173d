const NOTEBOOK_UNTOUCHED = 'Your notes and collections are untouched.'

/** Words that every part of the window uses. */
export const common = {
  close: 'Close',
  cancel: 'Cancel',
  clear: 'Clear',
  retry: 'Try again',
  undo: 'Undo',
  copy: 'Copy',
  loading: 'Loading…',
  undated: 'Undated',
  notifications: 'Notifications',
  paneEdge: (name: string) => `Edge of the pane “${name}”`,
  error: {
    bug: 'Something went wrong inside Annals.',
    bugFix: 'Try again. If it happens again, report it with the details.',
    codeLabel: 'Code',
    copyDetails: 'Copy details',
    copied: 'Copied',
    keptNotebook: NOTEBOOK_UNTOUCHED,
    kept: {
      ARCHIVE: NOTEBOOK_UNTOUCHED,
      IMPORT: `What was read so far stays usable. ${NOTEBOOK_UNTOUCHED}`,
      INDEX: NOTEBOOK_UNTOUCHED,
      NOTEBOOK: 'Everything that was saved before is still on disk.',
      EXPORT: 'Nothing was replaced, and the collection is unchanged.',
    },
  },
}
