import { defineStore } from 'pinia'
import type { TagChange } from '#shared/notebook-api.ts'
import { notesRoom as words } from '../locales/en/notes-room.ts'
import { rpc } from '../rpc.ts'
import { useNotebookStore } from './notebook.ts'

/** Changes of tags everywhere at once. The tags themselves are listed by the store of annotations. */
export const useTagsStore = defineStore('tags', () => {
  const notebook = useNotebookStore()

  /** Rename a tag and those below it, give it a colour, or both; where a new name is in use, the two become one. */
  async function changeTag(tag: string, change: TagChange) {
    const changed = await notebook.report(() => rpc.changeTag(tag, change))
    if (changed === null) return
    const { name } = change
    await notebook.offerUndo(
      name === undefined ? words.tagColoured(tag) : words.renamed(tag, name, changed),
    )
  }

  return { changeTag }
})
