import { type ShallowRef, computed, ref, shallowRef } from 'vue'
import { onMainEvent } from '../rpc.ts'
import { useNotebookStore } from './notebook.ts'
import { createTextDrafts } from './text-drafts.ts'

export interface OpenRecordOptions<Item extends { id: string }> {
  read: (id: string) => Promise<Item>
  /** Its texts by the keys of their drafts. */
  listTexts: (item: Item) => readonly (readonly [key: string, text: string])[]
  /** Another record is about to be shown: what belongs to the one before goes. */
  onLeave: () => void
  /** Told of each record that was read and is shown. */
  onRead?: (item: Item) => Promise<void>
  /** Told when a record was opened, also anew where the archive is another. */
  onOpened?: () => Promise<void>
}

/** The record – a collection, a claim – that is open on its page, with the texts being written in it. */
export function createOpenRecord<Item extends { id: string }>(options: OpenRecordOptions<Item>) {
  const notebook = useNotebookStore()
  const id = ref<string | null>(null)
  const current: ShallowRef<Item | null> = shallowRef(null)
  const error = shallowRef<unknown>(null)
  const drafts = createTextDrafts<Item>(show)

  /** Show a record; `null` shows none. */
  async function open(next: string | null) {
    id.value = next
    error.value = null
    if (current.value?.id !== next) {
      current.value = null
      options.onLeave()
    }
    await load()
    await options.onOpened?.()
  }

  async function load() {
    const asked = id.value
    if (asked === null) return
    try {
      const loaded = await options.read(asked)
      if (id.value !== asked) return
      show(loaded)
      await options.onRead?.(loaded)
    } catch (reason) {
      if (id.value !== asked) return
      current.value = null
      error.value = reason
    }
  }

  /** Show what a record is now, if it is the one that is open. */
  function show(item: Item) {
    if (id.value !== item.id) return
    error.value = null
    current.value = item
    drafts.follow(options.listTexts(item))
  }

  /** Change the open record; where that fails, it is said, and shown is what it is. @returns whether it was changed. */
  async function change(work: (id: string) => Promise<Item>): Promise<boolean> {
    const asked = id.value
    if (asked === null) return false
    const changed = await notebook.report(() => work(asked))
    if (changed) show(changed)
    else await load()
    return changed !== null
  }

  onMainEvent('onNotebookChanged', () => void load())
  onMainEvent('onArchiveChanged', () => void open(id.value))

  return {
    id: computed(() => id.value),
    current: computed(() => current.value),
    error: computed(() => error.value),
    open,
    show,
    change,
    begin: drafts.begin,
    draftOf: drafts.draftOf,
    leaveDraft: drafts.leaveDraft,
    leaveDrafts: drafts.leaveDrafts,
  }
}
