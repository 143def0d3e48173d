import { useEventListener } from '@vueuse/core'
import { ref, shallowRef, watch } from 'vue'
import type { ChosenWords, TextMap } from '../../marking/map-text.ts'

/** The words selected in the article, and whether the pointer is still at it. */
export function useChosenWords(article: () => HTMLElement | null, map: () => TextMap | null) {
  const chosen = shallowRef<ChosenWords | null>(null)
  const isDragging = ref(false)

  function isInText(node: Node | null): boolean {
    const element = node instanceof Element ? node : node?.parentElement
    return article()?.contains(node) === true && !element?.closest('[data-margin]')
  }

  /** Take what is selected now. */
  function read() {
    const selection = document.getSelection()
    const isOurs =
      selection !== null &&
      !selection.isCollapsed &&
      isInText(selection.anchorNode) &&
      isInText(selection.focusNode)
    chosen.value = isOurs ? (map()?.choose(selection.getRangeAt(0)) ?? null) : null
  }

  function clear() {
    document.getSelection()?.removeAllRanges()
    chosen.value = null
  }

  useEventListener(document, 'selectionchange', read)
  // What tells of a change may come after the next key, which is meant for the new words already.
  useEventListener(window, 'keydown', read, { capture: true })
  watch(map, read)
  useEventListener(article, 'pointerdown', ({ button }) => (isDragging.value = button === 0))
  useEventListener(window, ['pointerup', 'pointercancel', 'dragend'], () => {
    isDragging.value = false
  })

  return { chosen, isDragging, read, clear, isInText }
}
