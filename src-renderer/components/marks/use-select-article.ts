import { useEventListener } from '@vueuse/core'

const TEXT_FIELD = 'input, textarea, select, [contenteditable]'

/** Let “select all” in the reader take its article, instead of every word in the window. */
export function useSelectArticle(
  scroller: () => HTMLElement | null,
  article: () => HTMLElement | null,
) {
  useEventListener(scroller, 'keydown', (event: KeyboardEvent) => {
    const isSelectAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a'
    const target = article()
    if (!isSelectAll || event.altKey || target === null) return
    if (event.target instanceof Element && event.target.closest(TEXT_FIELD)) return
    document.getSelection()?.selectAllChildren(target)
    event.preventDefault()
  })
}
