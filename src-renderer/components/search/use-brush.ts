import { computed, ref } from 'vue'
import { type BarRange, rangeBetween } from './bar-range.ts'

/** A second press within this time belongs to a double click. */
const DOUBLE_CLICK_MS = 400
const PAGE_BARS = 10

/**
 * Point at a bar or draw over several, with the pointer or the keys.
 *
 * @param count - Bars there are.
 * @param ask - What was chosen is wanted.
 * @param askWhole - The whole time is wanted.
 */
export function useBrush(
  count: () => number,
  ask: (range: BarRange) => void,
  askWhole: () => void,
) {
  /** The bar pointed at, or `null`. */
  const cursor = ref<number | null>(null)
  /** Where a range begins, or `null` while a single bar is pointed at. */
  const anchor = ref<number | null>(null)
  const isDrawing = ref(false)
  let lastPressMs = -DOUBLE_CLICK_MS

  const range = computed(() =>
    cursor.value === null ? null : rangeBetween(anchor.value ?? cursor.value, cursor.value),
  )

  function point(index: number) {
    cursor.value = index
  }

  /** @param timeMs - When, of whatever clock. */
  function press(index: number, timeMs: number) {
    const isSecond = timeMs - lastPressMs < DOUBLE_CLICK_MS
    lastPressMs = timeMs
    isDrawing.value = !isSecond
    anchor.value = isSecond ? null : index
    cursor.value = index
  }

  function release() {
    if (!isDrawing.value || range.value === null) return
    const chosen = range.value
    clear()
    ask(chosen)
  }

  /** Point at nothing, and drop what was drawn. */
  function clear() {
    isDrawing.value = false
    anchor.value = null
    cursor.value = null
  }

  /** @returns whether the key did something. */
  function pressKey(key: string, isExtending: boolean): boolean {
    const last = count() - 1
    const at = cursor.value ?? last
    const target = targetOf(key, at, last)
    if (target !== null) {
      anchor.value = isExtending ? (anchor.value ?? at) : null
      cursor.value = Math.max(0, Math.min(target, last))
    } else if (key === 'Enter' || key === ' ') {
      if (range.value) ask(range.value)
    } else if (key === 'Escape') escape()
    else return false
    return true
  }

  function escape() {
    if (isDrawing.value) clear()
    else if (anchor.value !== null) anchor.value = null
    else askWhole()
  }

  return { cursor, range, isDrawing, point, press, release, clear, pressKey }
}

function targetOf(key: string, at: number, last: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - 1
    case 'ArrowRight':
    case 'ArrowUp':
      return at + 1
    case 'PageDown':
      return at - PAGE_BARS
    case 'PageUp':
      return at + PAGE_BARS
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
