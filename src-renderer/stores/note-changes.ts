import { defineStore } from 'pinia'
import type { BulkAnnotationChange } from '#shared/notebook-api.ts'
import type { HighlightColour, ReviewState, TextSelector } from '#shared/notebook.ts'
import { notesRoom as words } from '../locales/en/notes-room.ts'
import { rpc } from '../rpc.ts'
import { useNotebookStore } from './notebook.ts'

/** Changes of several annotations at once, each of them one step to undo. */
export const useNoteChangesStore = defineStore('note-changes', () => {
  const notebook = useNotebookStore()

  /** @returns whether it was done; then undoing it is offered. */
  async function carryOut(change: () => Promise<unknown>, said: string): Promise<boolean> {
    const isDone = await notebook.report(async () => {
      await change()
      return true
    })
    if (isDone) await notebook.offerUndo(said)
    return isDone ?? false
  }

  function update(ids: string[], change: BulkAnnotationChange, said: string) {
    return carryOut(() => rpc.updateAnnotations(ids, change), said)
  }

  return {
    addTag: (ids: string[], tag: string) =>
      update(ids, { addTags: [tag] }, words.tagAdded(tag, ids.length)),
    removeTag: (ids: string[], tag: string) =>
      update(ids, { removeTags: [tag] }, words.tagRemoved(tag, ids.length)),
    setColour: (ids: string[], colour: HighlightColour) =>
      update(ids, { colour }, words.coloured(ids.length)),
    setState: (ids: string[], state: ReviewState) =>
      update(ids, { state }, words.stateSet(state, ids.length)),
    /** Put them into the trash. */
    remove: (ids: string[]) =>
      carryOut(() => rpc.deleteAnnotations(ids), words.deleted(ids.length)),
    /** Say that a mark stands on these words now. */
    confirm: (id: string, selector: TextSelector) =>
      carryOut(() => rpc.updateAnnotation(id, { selector }), words.confirmed),
    /** Make of a mark a note on the whole event. */
    keepAsNote: (id: string) =>
      carryOut(() => rpc.updateAnnotation(id, { selector: null }), words.kept),
  }
})
