import { useEventListener } from '@vueuse/core'

/** Links whose words are an event's own. */
const LINK = '[data-text-part] a[href], a[href][data-text-part]'

/**
 * Let the words of links be selected like any others: Chromium begins no selection on a link, so it
 * is none while the pointer is down. A click that ends a selection opens nothing.
 */
export function useSelectableLinks(article: () => HTMLElement | null) {
  let pressed: { link: Element; href: string } | null = null

  function restore() {
    pressed?.link.setAttribute('href', pressed.href)
    pressed = null
  }

  useEventListener(article, 'pointerdown', ({ button, target }) => {
    const link = target instanceof Element ? target.closest(LINK) : null
    const href = link?.getAttribute('href')
    if (button !== 0 || !link || href === null || href === undefined) return
    pressed = { link, href }
    link.removeAttribute('href')
  })
  useEventListener(window, ['pointerup', 'pointercancel'], restore, { capture: true })
  useEventListener(window, 'blur', restore)
  useEventListener(
    article,
    'click',
    (event: MouseEvent) => {
      const isOnLink = event.target instanceof Element && event.target.closest(LINK) !== null
      if (!isOnLink || document.getSelection()?.isCollapsed !== false) return
      event.preventDefault()
      event.stopPropagation()
    },
    { capture: true },
  )
}
