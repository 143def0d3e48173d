import type { EventHit, EventId, EventRow } from '#shared/event.ts'
import { computed, nextTick, ref, shallowRef } from 'vue'
import { useActiveRow } from '../../composables/use-active-row.ts'
import { type RowPlace, stepRow } from './fold-rows.ts'

/**
 * The active row of a list whose rows open to show the events folded into them. Which are open is
 * remembered by the row's own event.
 *
 * @param total - Rows of the answer.
 * @param hitAt - The row at a place, or `null` while it is not loaded.
 * @param reveal - Brings a row into view.
 */
export function useFoldingRows(
  total: () => number,
  hitAt: (index: number) => EventHit | null,
  reveal: (index: number) => void,
) {
  const { active, setActive, rowOfKey, rowId } = useActiveRow(total, reveal)
  const activeCopy = ref(-1)
  const open = shallowRef<ReadonlySet<EventId>>(new Set())
  const place = computed(() => ({ index: active.value, copy: activeCopy.value }))
  const activeId = computed(() => (total() > 0 ? idOf(place.value) : undefined))

  function idOf({ index, copy }: RowPlace): string {
    return copy < 0 ? rowId(index) : `${rowId(index)}-${copy}`
  }

  /** @returns the event there, or `null` while it is not loaded. */
  function eventAt({ index, copy }: RowPlace): EventRow | null {
    const hit = hitAt(index)
    return (copy < 0 ? hit : hit?.copies[copy]) ?? null
  }

  function isOpen(index: number): boolean {
    return open.value.has(hitAt(index)?.id ?? '')
  }

  function countShown(index: number): number {
    return isOpen(index) ? (hitAt(index)?.copies.length ?? 0) : 0
  }

  function setOpen(index: number, isWanted: boolean) {
    const hit = hitAt(index)
    if (hit === null || hit.copies.length === 0) return
    const next = new Set(open.value)
    if (isWanted) next.add(hit.id)
    else next.delete(hit.id)
    open.value = next
  }

  /** Make a row the active one, without bringing it into view. */
  function point({ index, copy }: RowPlace) {
    active.value = index
    activeCopy.value = copy
  }

  function goTo({ index, copy }: RowPlace) {
    setActive(index)
    activeCopy.value = copy
    if (countShown(active.value) > 0) void revealCopy()
  }

  /** The list knows of rows as wholes, however many events stand open in them. */
  async function revealCopy() {
    await nextTick()
    document.getElementById(activeId.value ?? '')?.scrollIntoView({ block: 'nearest' })
  }

  function step(by: 1 | -1) {
    goTo(stepRow(place.value, by, total(), countShown))
  }

  /** Open the active row, or go into it where it is open. */
  function unfold() {
    if (!isOpen(active.value)) setOpen(active.value, true)
    else if (activeCopy.value < 0) step(1)
  }

  /** Close the active row, or go up to it from what is folded into it. */
  function fold() {
    if (activeCopy.value < 0) setOpen(active.value, false)
    else goTo({ index: active.value, copy: -1 })
  }

  function turnFold(index: number) {
    setOpen(index, !isOpen(index))
    point({ index, copy: -1 })
  }

  /** Make the row with this place the active one; of its events the one that is active stays so. */
  function setRow(index: number) {
    if (index !== active.value) activeCopy.value = -1
    setActive(index)
  }

  function restart() {
    if (open.value.size > 0) open.value = new Set()
    point({ index: 0, copy: -1 })
  }

  return {
    active,
    place,
    activeId,
    rowOfKey,
    idOf,
    eventAt,
    isOpen,
    point,
    goTo,
    step,
    unfold,
    fold,
    turnFold,
    setRow,
    restart,
  }
}
