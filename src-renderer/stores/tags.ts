import { defineStore } from 'pinia'
import type { HighlightColour } from '#shared/notebook.ts'
import { notesRoom as words } from '../locales/en/notes-room.ts'
import { rpc } from '../rpc.ts'
import { useNotebookStore } from './notebook.ts'

/** Changes of tags everywhere at once. The tags themselves are listed by the store of annotations. */
export const useTagsStore = defineStore('tags', () => {
  const notebook = useNotebookStore()

  /** Rename a tag and those below it; where the new name is in use, the two become one. */
  async function rename(tag: string, newName: string) {
    const changed = await notebook.report(() => rpc.renameTag(tag, newName))
    if (changed !== null) await notebook.offerUndo(words.renamed(tag, newName, changed))
  }

  /** @param colour - `null` takes the colour away. */
  async function setColour(tag: string, colour: HighlightColour | null) {
    const isDone = await notebook.report(async () => {
      await rpc.setTagColour(tag, colour)
      return true
    })
    if (isDone) await notebook.offerUndo(words.tagColoured(tag))
  }

  return { rename, setColour }
})
