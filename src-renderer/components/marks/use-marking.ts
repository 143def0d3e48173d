import { useEventListener, useResizeObserver } from '@vueuse/core'
import { type ShallowRef, computed, nextTick, ref } from 'vue'
import { indexMarks } from '../../marking/find-marks.ts'
import { listMarks, paintable } from '../../marking/list-marks.ts'
import type { TextSpan } from '../../marking/map-part.ts'
import { boxOf } from '../../marking/point-at.ts'
import { useAppStore } from '../../stores/app.ts'
import { useEventStore } from '../../stores/event.ts'
import { useMarksStore } from '../../stores/marks.ts'
import { useCaret } from './use-caret.ts'
import { useChosenWords } from './use-chosen-words.ts'
import { useMarkPointing } from './use-mark-pointing.ts'
import { usePainting } from './use-painting.ts'
import { useSelectArticle } from './use-select-article.ts'
import { useSelectableLinks } from './use-selectable-links.ts'
import { useTextMap } from './use-text-map.ts'

export type Marking = ReturnType<typeof useMarking>

/** How far from the top of what is seen words are brought that were out of sight. */
const REVEALED_AT = 0.25

/** Everything that happens between the words of the open event and its marks. */
export function useMarking(
  article: () => HTMLElement | null,
  scroller: ShallowRef<HTMLElement | null>,
) {
  const store = useMarksStore()
  const event = useEventStore()
  const app = useAppStore()

  const map = useTextMap(article, () => store.eventText)
  const marks = computed(() =>
    listMarks(store.list ?? [], store.anchors, event.detail?.textVersion ?? ''),
  )
  const painted = computed(() => paintable(marks.value))
  const find = computed(() => indexMarks(painted.value))
  const findIds = (offset: number) => find.value(offset).map(({ id }) => id)

  const words = useChosenWords(article, () => map.value)
  const hovered = useMarkPointing(article, () => map.value, findIds, store.activate)
  const caret = useCaret({
    scroller,
    article,
    map: () => map.value,
    isInText: words.isInText,
    isMac: () => app.platform === 'darwin',
    onRest: (offset) => store.activate(findIds(offset)),
  })
  useSelectableLinks(article)
  useSelectArticle(() => scroller.value, article)
  usePainting(
    () => map.value,
    () => painted.value,
    () => ({ active: store.active, hovered: hovered.value }),
  )

  const scrolled = ref(0)
  const rise = () => (scrolled.value += 1)
  useEventListener(scroller, 'scroll', rise, { passive: true })
  useResizeObserver(() => article(), rise)

  /** The box around words, in the window; `null` where they are not shown. */
  function boxAround(span: TextSpan): DOMRect | null {
    return map.value ? boxOf(map.value.rangesOf(span)) : null
  }

  /** What of the box around words is in sight; `null` where nothing is. */
  function visibleBox(span: TextSpan): DOMRect | null {
    const box = boxAround(span)
    const pane = scroller.value?.getBoundingClientRect()
    if (!box || !pane) return null
    const top = Math.max(box.top, pane.top)
    const bottom = Math.min(box.bottom, pane.bottom)
    return bottom > top ? new DOMRect(box.left, top, box.width, bottom - top) : null
  }

  /** Bring words into sight. */
  function reveal(span: TextSpan) {
    const box = boxAround(span)
    const pane = scroller.value?.getBoundingClientRect()
    if (!box || !pane) return
    if (box.top >= pane.top && box.bottom <= pane.bottom) return
    scroller.value?.scrollBy(0, box.top - pane.top - pane.height * REVEALED_AT)
  }

  /** Put a mark to work: its words in sight, its card with the focus. */
  async function visit(id: string) {
    store.activate([id])
    const place = marks.value.find(({ annotation }) => annotation.id === id)?.place
    await nextTick()
    if (place) reveal(place)
    const card = document.querySelector<HTMLElement>(`[data-annotation="${CSS.escape(id)}"]`)
    card?.focus({ preventScroll: place !== null && place !== undefined })
  }

  /** Go to the mark after or before the one at work. */
  function step(by: 1 | -1) {
    const ids = marks.value.map(({ annotation }) => annotation.id)
    if (ids.length === 0) return
    const current = ids.indexOf(store.active[0] ?? '')
    const from = current === -1 && by === -1 ? 0 : current
    const next = ids[(from + by + ids.length) % ids.length]
    if (next !== undefined) void visit(next)
  }

  return {
    root: computed(article),
    map,
    marks,
    words,
    caret,
    /** Rises whenever the article is scrolled or laid out anew. */
    scrolled,
    boxAround,
    visibleBox,
    reveal,
    visit,
    step,
  }
}
