import { type Ref, onMounted, onScopeDispose, onUpdated } from 'vue'

/**
 * Tell how high rows are: as soon as they are drawn, so that they stand right in the frame that first
 * shows them, and whenever that changes by itself.
 *
 * @param holder - Holds one element for each row, with the row's place as its `data-index`.
 * @param onMeasured - @returns whether rows are to be drawn elsewhere now, as high as they are.
 */
export function useRowMeasures(
  holder: Ref<HTMLElement | null>,
  onMeasured: (heights: [index: number, height: number][]) => boolean,
) {
  /** Which row an element was measured as. */
  const known = new WeakMap<Element, string>()
  /** Whether what is drawn next only stands elsewhere, so that most rows need not be measured again. */
  let isPlacing = false
  const observer = new ResizeObserver((entries) => {
    measure(entries.map(({ target }) => target))
  })

  function measure(elements: Element[]) {
    const heights = elements.filter(isDrawn).map((element): [number, number] => {
      const index = element.dataset['index'] ?? ''
      known.set(element, index)
      return [Number(index), element.getBoundingClientRect().height]
    })
    // While the list is hidden, its rows have no height.
    isPlacing = onMeasured(heights.filter(([, height]) => height > 0))
  }

  function measureDrawn() {
    const elements = Array.from(holder.value?.children ?? []).filter(isDrawn)
    for (const element of elements) if (!known.has(element)) observer.observe(element)
    const isOther = (element: HTMLElement) => known.get(element) !== element.dataset['index']
    measure(isPlacing ? elements.filter(isOther) : elements)
  }

  onMounted(measureDrawn)
  onUpdated(measureDrawn)
  onScopeDispose(() => {
    observer.disconnect()
  })
}

function isDrawn(element: Element): element is HTMLElement {
  return element.isConnected && element instanceof HTMLElement
}
