import { useMutationObserver } from '@vueuse/core'
import { shallowRef, watch } from 'vue'
import type { EventText } from '#shared/event-text.ts'
import { type TextMap, mapText } from '../../marking/map-text.ts'

/** Marks the margin, whose changes leave the words of the event where they are. */
const MARGIN = '[data-margin]'

/** The map between an event's text and the article that shows it, made anew when either changes. */
export function useTextMap(article: () => HTMLElement | null, text: () => EventText | null) {
  const map = shallowRef<TextMap | null>(null)

  function remap() {
    const root = article()
    const composed = text()
    map.value = root && composed ? mapText(root, composed) : null
  }

  function isOfText({ target }: MutationRecord): boolean {
    const element = target instanceof Element ? target : target.parentElement
    return element?.closest(MARGIN) === null
  }

  useMutationObserver(
    article,
    (records) => {
      if (records.some(isOfText)) remap()
    },
    { childList: true, characterData: true, subtree: true },
  )
  watch([article, text], remap, { flush: 'post', immediate: true })

  return map
}
