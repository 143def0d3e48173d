import { useEventListener, useRafFn } from '@vueuse/core'
import { shallowRef, watch } from 'vue'
import type { TextMap } from '../../marking/map-text.ts'
import { pointAt } from '../../marking/point-at.ts'

/** What answers a click itself. */
const BUSY = 'a, button, input, textarea, [data-margin]'

/**
 * The marks under the pointer, and what a click on the words means.
 *
 * @param find - Ids of the marks that cover a character, innermost first.
 * @param onClick - Told the marks that were clicked on; none where it was elsewhere in the text.
 */
export function useMarkPointing(
  article: () => HTMLElement | null,
  map: () => TextMap | null,
  find: (offsetUtf16: number) => string[],
  onClick: (ids: string[]) => void,
) {
  const hovered = shallowRef<readonly string[]>([])
  let point: { x: number; y: number } | null = null

  function findAt(x: number, y: number): string[] {
    const current = map()
    const offset = current && pointAt(current, x, y)
    return offset === null ? [] : find(offset)
  }

  // The pointer moves more often than frames are painted.
  const { pause, resume } = useRafFn(
    () => {
      const ids = point === null ? [] : findAt(point.x, point.y)
      if (ids.join() !== hovered.value.join()) hovered.value = ids
      pause()
    },
    { immediate: false },
  )

  function isBusy({ target }: Event): boolean {
    return target instanceof Element && target.closest(BUSY) !== null
  }

  useEventListener(article, 'pointermove', (event) => {
    point = isBusy(event) ? null : { x: event.clientX, y: event.clientY }
    resume()
  })
  useEventListener(article, 'pointerleave', () => {
    point = null
    resume()
  })
  useEventListener(article, 'click', (event) => {
    const isSelecting = document.getSelection()?.isCollapsed === false
    if (event.button !== 0 || isSelecting || isBusy(event)) return
    onClick(findAt(event.clientX, event.clientY))
  })
  watch(hovered, (ids) => {
    const root = article()
    if (root) root.style.cursor = ids.length > 0 ? 'pointer' : ''
  })

  return hovered
}
