import { computed, ref, useId, watch } from 'vue'

const PAGE_ROWS = 8

/**
 * The active row of a long list of which few rows stand in the document: the list keeps the focus
 * and names the row by `aria-activedescendant`.
 *
 * @param count - Rows of the whole list.
 * @param reveal - Brings a row into view.
 */
export function useActiveRow(count: () => number, reveal: (index: number) => void) {
  const active = ref(0)
  const prefix = useId()

  watch(count, (rows) => {
    active.value = Math.max(0, Math.min(active.value, rows - 1))
  })

  /** Make a row the active one; beyond an end, the last or first. */
  function setActive(index: number) {
    if (count() === 0) return
    active.value = Math.max(0, Math.min(index, count() - 1))
    reveal(active.value)
  }

  /** @returns the row a key leads to, or `null` where the key leads nowhere. */
  function rowOfKey(key: string): number | null {
    switch (key) {
      case 'ArrowDown':
        return active.value + 1
      case 'ArrowUp':
        return active.value - 1
      case 'PageDown':
        return active.value + PAGE_ROWS
      case 'PageUp':
        return active.value - PAGE_ROWS
      case 'Home':
        return 0
      case 'End':
        return count() - 1
      default:
        return null
    }
  }

  function rowId(index: number): string {
    return `${prefix}-${index}`
  }

  const activeId = computed(() => (count() > 0 ? rowId(active.value) : undefined))

  return { active, activeId, setActive, rowOfKey, rowId }
}
