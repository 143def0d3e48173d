import { type Ref, onScopeDispose, watch } from 'vue'

/**
 * Tell how high rows are: each as soon as it is drawn, and whenever that changes.
 *
 * @param holder - Holds one element for each row, with the row's place as its `data-index`.
 * @param drawn - Changes whenever other rows are drawn.
 */
export function useRowMeasures(
  holder: Ref<HTMLElement | null>,
  drawn: Ref<unknown>,
  onMeasured: (heights: [index: number, height: number][]) => void,
) {
  /** Which row an element was measured as. */
  const known = new WeakMap<Element, string>()
  const observer = new ResizeObserver((entries) => {
    measure(entries.map(({ target }) => target))
  })

  function measure(elements: Element[]) {
    const heights = elements.filter(isDrawn).map((element): [number, number] => {
      const index = element.dataset['index'] ?? ''
      known.set(element, index)
      return [Number(index), element.getBoundingClientRect().height]
    })
    if (heights.length > 0) onMeasured(heights)
  }

  watch(
    drawn,
    () => {
      const elements = Array.from(holder.value?.children ?? []).filter(isDrawn)
      for (const element of elements) if (!known.has(element)) observer.observe(element)
      measure(elements.filter((element) => known.get(element) !== element.dataset['index']))
    },
    { flush: 'post' },
  )
  onScopeDispose(() => {
    observer.disconnect()
  })
}

function isDrawn(element: Element): element is HTMLElement {
  return element.isConnected && element instanceof HTMLElement
}
