import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { RecordName, TrashItem } from '#shared/trash.ts'
import { trash as words } from '../locales/en/trash.ts'
import { onMainEvent, rpc } from '../rpc.ts'
import { useArchiveStore } from './archive.ts'
import { coalesce } from './coalesce.ts'
import { useNotebookStore } from './notebook.ts'

/** What was deleted and can be restored. Read only while somebody looks. */
export const useTrashStore = defineStore('trash', () => {
  const archive = useArchiveStore()
  const notebook = useNotebookStore()
  /** Newest first; `null` until it has been read. */
  const items = shallowRef<TrashItem[] | null>(null)
  /** Why it could not be read, or `null`. */
  const error = shallowRef<unknown>(null)
  const followers = ref(0)

  const refresh = coalesce(async () => {
    try {
      items.value = await rpc.listTrash()
      error.value = null
    } catch (thrown) {
      error.value = archive.archive && thrown
    }
  })

  /** Look at the trash from now on. @returns the function that ends it. */
  function follow(): () => void {
    followers.value += 1
    void refresh()
    return () => (followers.value -= 1)
  }

  async function carryOut(work: () => Promise<unknown>, said: string): Promise<boolean> {
    const isDone = await notebook.report(async () => {
      await work()
      return true
    })
    if (isDone) await notebook.offerUndo(said)
    await refresh()
    return isDone ?? false
  }

  function restore(records: RecordName[]) {
    return carryOut(() => rpc.restoreFromTrash(records), words.restored(records.length))
  }

  function deleteForGood(records: RecordName[]) {
    return carryOut(() => rpc.deleteForGood(records), words.gone(records.length))
  }

  onMainEvent('onNotebookChanged', () => {
    if (followers.value > 0) void refresh()
  })
  onMainEvent('onArchiveChanged', () => {
    items.value = null
    if (followers.value > 0) void refresh()
  })

  return { items, error, refresh, follow, restore, deleteForGood }
})
