import { useEventListener } from '@vueuse/core'
import { type Ref, computed, nextTick, ref } from 'vue'
import { type RouteLocationRaw, useRouter } from 'vue-router'
import {
  type NamedRoomFacts,
  type NamedRoomState,
  namedRoomState,
} from '../components/named/named-room-state.ts'
import type { createNamedList } from '../stores/named-list.ts'
import { useNotebookStore } from '../stores/notebook.ts'
import { isInDialog } from './is-in-dialog.ts'

type NamedStore = Pick<ReturnType<typeof createNamedList>, 'remove'> & {
  isLoaded: boolean
  list: readonly unknown[]
  error: unknown
}

/**
 * What every room of records that have names does: say what is to be shown, rename by F2, and delete
 * without losing the focus.
 *
 * @param store - The list of its records.
 * @param facts - Which record is open.
 */
export function useNamedRoom(store: NamedStore, facts: () => Omit<NamedRoomFacts, 'list'>) {
  const router = useRouter()
  const notebook = useNotebookStore()
  const isRenaming: Ref<boolean> = ref(false)
  const editable = computed(() => notebook.readOnly === null)
  const state = computed<NamedRoomState>(() => {
    const { isLoaded, error } = store
    return namedRoomState({ ...facts(), list: { isLoaded, error, count: store.list.length } })
  })

  useEventListener(window, 'keydown', (event) => {
    const canRename = editable.value && facts().hasRecord && !isInDialog()
    if (event.key !== 'F2' || !canRename) return
    event.preventDefault()
    isRenaming.value = true
  })

  /** @param next - Where to go once the record is gone. */
  async function remove(id: string, next: () => RouteLocationRaw) {
    if (!(await store.remove(id))) return
    await router.replace(next())
    await catchFocus()
  }

  /** What had the focus may have gone with what was deleted. */
  async function catchFocus() {
    await nextTick()
    if (document.activeElement !== document.body) return
    document.querySelector<HTMLElement>('.named-room .page')?.focus()
  }

  return { isRenaming, editable, state, remove, catchFocus }
}
