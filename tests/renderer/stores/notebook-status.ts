import type { NotebookStatus } from '#shared/notebook.ts'

/** What the main process says of a notebook in which all is well. */
export function statusOf(changes: Partial<NotebookStatus> = {}): NotebookStatus {
  return {
    path: '/notebook',
    readOnly: null,
    problems: [],
    save: { state: 'saved' },
    undo: null,
    redo: null,
    ...changes,
  }
}
