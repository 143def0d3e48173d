import type { MainApi } from '#shared/contract.ts'
import type { ArchiveSession } from '../archive-session.ts'

type NotebookCalls = Pick<
  MainApi,
  | 'getNotebookStatus'
  | 'retrySave'
  | 'listMarks'
  | 'listCollections'
  | 'getCollection'
  | 'createCollection'
  | 'updateCollection'
  | 'deleteCollection'
  | 'addToCollection'
  | 'removeFromCollection'
  | 'setRemark'
  | 'moveEntry'
  | 'sortEntriesByDate'
  | 'undo'
  | 'redo'
>

/** Calls that read and change the notebook of the open archive. */
export function notebookCalls(session: ArchiveSession): NotebookCalls {
  const notebook = () => session.workspace.notebook

  return {
    getNotebookStatus: async () => await Promise.resolve(notebook().status()),
    retrySave: async () => {
      await notebook().retrySave()
    },
    listMarks: async (eventIds) => await Promise.resolve(notebook().marksOf(eventIds)),
    listCollections: async () => await Promise.resolve(notebook().listCollections()),
    getCollection: async (id) => await Promise.resolve(notebook().getCollection(id)),
    createCollection: async (name) => await notebook().createCollection(name),
    updateCollection: async (id, change) => await notebook().updateCollection(id, change),
    deleteCollection: async (id) => {
      await notebook().deleteCollection(id)
    },
    addToCollection: async (id, eventIds) =>
      await notebook().addEntries(id, await session.workspace.query.copyEvents(eventIds)),
    removeFromCollection: async (id, entryIds) => await notebook().removeEntries(id, entryIds),
    setRemark: async (id, entryId, remark) => await notebook().setRemark(id, entryId, remark),
    moveEntry: async (id, entryId, toIndex) => await notebook().moveEntry(id, entryId, toIndex),
    sortEntriesByDate: async (id) => await notebook().sortEntriesByDate(id),
    undo: async () => await notebook().undo(),
    redo: async () => await notebook().redo(),
  }
}
