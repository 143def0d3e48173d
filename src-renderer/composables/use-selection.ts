import { ref, shallowRef } from 'vue'

/**
 * Rows of a list that are selected together. Ranges reach over rows that are not loaded.
 *
 * @param idsBetween - Ids from one row to another, both included; may be cut at a limit.
 */
export function useSelection(idsBetween: (first: number, last: number) => Promise<string[]>) {
  const selected = shallowRef<ReadonlySet<string>>(new Set())
  /** Where a range begins. */
  const anchor = ref(0)

  function clear() {
    if (selected.value.size > 0) selected.value = new Set()
  }

  function toggle(index: number, id: string) {
    const next = new Set(selected.value)
    if (!next.delete(id)) next.add(id)
    selected.value = next
    anchor.value = index
  }

  /** Select one row alone. */
  function selectOnly(index: number, id: string) {
    selected.value = new Set([id])
    anchor.value = index
  }

  /** Select from the anchor to a row, in place of what was selected. @returns how many. */
  async function extendTo(index: number): Promise<number> {
    const ids = await idsBetween(Math.min(anchor.value, index), Math.max(anchor.value, index))
    selected.value = new Set(ids)
    return ids.length
  }

  /** Select the whole list of `count` rows. @returns how many could be selected. */
  async function selectAll(count: number): Promise<number> {
    if (count === 0) return 0
    const ids = await idsBetween(0, count - 1)
    selected.value = new Set(ids)
    anchor.value = 0
    return ids.length
  }

  return { selected, anchor, clear, toggle, selectOnly, extendTo, selectAll }
}
