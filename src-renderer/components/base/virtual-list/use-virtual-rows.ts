import { useEventListener, useResizeObserver } from '@vueuse/core'
import { type Ref, computed, ref, shallowRef, triggerRef, watch, watchEffect } from 'vue'
import { type Align, alignRow } from './align-row.ts'
import { listRows, rangeAt } from './list-rows.ts'
import { RowHeights } from './row-heights.ts'
import { RowSlots } from './row-slots.ts'
import { type ScrollPlace, barHeight, barOf, clampTop, followBar, isStuck } from './scroll-place.ts'
import { useListMotion } from './use-list-motion.ts'
import { useRowMeasures } from './use-row-measures.ts'

interface VirtualRowsOptions {
  /** The element that scrolls. */
  scroller: Ref<HTMLElement | null>
  /** The element that holds the rows. */
  holder: Ref<HTMLElement | null>
  count: () => number
  /** Height of a row that was not measured, in pixels. */
  estimate: () => number
  /** Key of a row, where its element is to stay its own. */
  keyOf: () => ((index: number) => string | number) | null
  /** Whether a row is loaded. */
  isReady: (index: number) => boolean
}

/**
 * Rows of a list of any length, of which only those seen stand in the document.
 *
 * They stay where they are while heights above them change. The bar of a list that is higher than an
 * element may be shows its share of the way, and scrolling by wheel and keys is as exact as ever.
 */
export function useVirtualRows(options: VirtualRowsOptions) {
  const { scroller, holder, isReady } = options
  const place = shallowRef<ScrollPlace>({ top: 0, bar: 0 })
  const view = ref(0)
  const heights = shallowRef(makeHeights())
  const slots = new RowSlots()
  /** The row that is brought into view, until it is there or the list is scrolled. */
  let target: { index: number; align: Align } | null = null
  const { motion, begin, follow, restSoon, shownOf } = useListMotion(onRest)

  function makeHeights() {
    return new RowHeights(options.count(), options.estimate())
  }

  function extent() {
    return { rows: heights.value.total, view: view.value }
  }

  function rangeOf(top: number) {
    return rangeAt(heights.value, top, view.value)
  }

  function areReady(top: number): boolean {
    const { first, last } = rangeOf(top)
    for (let index = first; index <= last; index += 1) if (!isReady(index)) return false
    return true
  }

  const wanted = computed(() => rangeOf(place.value.top))
  /** What is seen: where the list stands, or where it stood a moment ago while the bar is dragged. */
  const shownTop = shallowRef(0)
  watchEffect(() => {
    shownTop.value = shownOf(place.value.top, areReady)
  })

  const layout = computed(() => {
    const indexes = listRows(rangeOf(shownTop.value), heights.value.count, motion.value)
    const base = heights.value.startOf(indexes[0] ?? 0)
    const keyOf = options.keyOf()
    const keys = keyOf ? indexes.map(keyOf) : slots.assign(indexes)
    const rows = indexes.map((index, at) => ({
      index,
      key: keys[at] ?? index,
      top: heights.value.startOf(index) - base,
    }))
    return { rows, base, height: barHeight(heights.value.total) }
  })
  /** Where the rows stand: held in view while the bar is dragged, else moving with it. */
  const holderStyle = computed(() => {
    const fromView = layout.value.base - shownTop.value
    return motion.value === 'jump'
      ? { position: 'sticky' as const, top: '0', transform: `translateY(${fromView}px)` }
      : { position: 'absolute' as const, top: `${place.value.bar + fromView}px` }
  })

  function writeBar(top: number) {
    const element = scroller.value
    if (!element) return
    element.scrollTop = barOf(top, extent())
    place.value = { top, bar: element.scrollTop }
  }

  function onScroll() {
    const bar = scroller.value?.scrollTop ?? 0
    if (bar === place.value.bar) return
    target = null
    const next = followBar(place.value, bar, extent())
    follow(place.value.top, next.top, view.value)
    place.value = next
    if (isStuck(next, extent())) writeBar(next.top)
  }

  function onRest() {
    if (areReady(place.value.top)) target = null
    if (Math.abs(barOf(place.value.top, extent()) - place.value.bar) > 0.5) {
      writeBar(place.value.top)
    }
  }

  /** Change heights, and leave the row that is seen first where it is. @returns whether any changed. */
  function remeasure(change: () => boolean): boolean {
    const { top } = place.value
    const wasAtEnd = top > 0 && top >= heights.value.total - view.value - 1
    const first = heights.value.indexAt(top)
    const isCut = heights.value.startOf(first) < top && !heights.value.isMeasured(first)
    const anchor = Math.min(first + (isCut ? 1 : 0), heights.value.count)
    const distance = heights.value.startOf(anchor) - top
    if (!change()) return false
    triggerRef(heights)
    const kept = wasAtEnd ? heights.value.total : heights.value.startOf(anchor) - distance
    place.value = { ...place.value, top: clampTop(kept, extent()) }
    restSoon()
    aim()
    return true
  }

  function aim() {
    // What cannot be seen cannot be brought into view yet.
    if (!target || view.value === 0) return
    const { top } = place.value
    const seen = { top, view: view.value }
    const aimed = clampTop(alignRow(heights.value, target.index, target.align, seen), extent())
    if (Math.abs(aimed - top) < 1) return
    follow(top, aimed, view.value)
    writeBar(aimed)
  }

  /** Bring a row into view; `auto` scrolls only where it is not seen. */
  function scrollToIndex(index: number, align: Align = 'auto') {
    target = { index: Math.max(0, Math.min(index, options.count() - 1)), align }
    aim()
  }

  watch([options.count, options.estimate], () => {
    const known = heights.value
    const { rows } = layout.value
    heights.value = makeHeights()
    for (const { index } of rows) {
      if (index < options.count()) heights.value.measure(index, known.heightOf(index))
    }
    place.value = { ...place.value, top: clampTop(place.value.top, extent()) }
    // Rows with elements of their own are not taken away and made again.
    if (!options.keyOf()) begin()
  })
  useRowMeasures(holder, (sizes) =>
    remeasure(() => sizes.map(([i, height]) => heights.value.measure(i, height)).includes(true)),
  )
  useResizeObserver(scroller, ([entry]) => {
    view.value = entry?.contentRect.height ?? 0
    place.value = { ...place.value, top: clampTop(place.value.top, extent()) }
    restSoon()
    aim()
  })
  useEventListener(scroller, 'scroll', onScroll, { passive: true })

  return { layout, holderStyle, wanted, motion, shownTop, rangeOf, scrollToIndex }
}
