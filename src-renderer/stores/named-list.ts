import { type ShallowRef, ref, shallowRef } from 'vue'
import { onMainEvent } from '../rpc.ts'
import { useArchiveStore } from './archive.ts'
import { coalesce } from './coalesce.ts'
import { useNotebookStore } from './notebook.ts'

/** What every list of the notebook shows of a record. */
export interface NamedSummary {
  id: string
  name: string
}

export interface NamedListOptions<Summary extends NamedSummary> {
  read: () => Promise<readonly Summary[]>
  rename: (id: string, name: string) => Promise<unknown>
  remove: (id: string) => Promise<unknown>
  /** What to say once one is deleted. */
  deleted: (name: string) => string
  /** Told of each list that was read, with the one before it. */
  onRead?: (before: readonly Summary[]) => void
}

/** A list of records that have names – collections, claims, saved searches – which follows the notebook. */
export function createNamedList<Summary extends NamedSummary>(options: NamedListOptions<Summary>) {
  const archive = useArchiveStore()
  const notebook = useNotebookStore()
  /** By name. */
  const list: ShallowRef<readonly Summary[]> = shallowRef([])
  /** Whether the list has been read at all. */
  const isLoaded = ref(false)
  /** Why the list could not be read, or `null`. */
  const error = shallowRef<unknown>(null)

  const refresh = coalesce(async () => {
    try {
      const before = list.value
      const read = await options.read()
      list.value = read.toSorted((one, other) => one.name.localeCompare(other.name))
      error.value = null
      options.onRead?.(before)
    } catch (thrown) {
      list.value = []
      error.value = archive.archive && thrown
    }
    isLoaded.value = true
  })

  /** @returns `null` where there is none. */
  function find(id: string | null): Summary | null {
    return list.value.find((one) => one.id === id) ?? null
  }

  async function rename(id: string, name: string) {
    await notebook.report(() => options.rename(id, name))
    await refresh()
  }

  /** @returns whether it is gone. */
  async function remove(id: string): Promise<boolean> {
    const name = find(id)?.name ?? ''
    const isDone = await notebook.report(async () => {
      await options.remove(id)
      return true
    })
    if (isDone) await notebook.offerUndo(options.deleted(name))
    await refresh()
    return isDone ?? false
  }

  onMainEvent('onNotebookChanged', () => void refresh())
  onMainEvent('onArchiveChanged', () => void refresh())
  void refresh()

  return { list, isLoaded, error, refresh, find, rename, remove }
}
