import { useEventListener } from '@vueuse/core'
import { type ShallowRef, ref, shallowRef, watch } from 'vue'
import type { TextMap } from '../../marking/map-text.ts'
import { PART_ATTRIBUTE } from '../../marking/map-text.ts'
import { motionOf, moveCaret } from '../../marking/move-caret.ts'

/** Pixels that stay free between the caret and the edge of what is seen. */
const EDGE = 48

interface CaretOptions {
  /** What scrolls, takes the focus and hears the keys. */
  scroller: ShallowRef<HTMLElement | null>
  article: () => HTMLElement | null
  map: () => TextMap | null
  isInText: (node: Node | null) => boolean
  isMac: () => boolean
  /** Told where the caret stands in the text after each motion, where nothing is selected. */
  onRest: (offsetUtf16: number) => void
}

/**
 * Selecting words by keyboard: a caret in the article that arrows move and Shift extends. It is
 * drawn by the page, because Chromium draws none where nothing can be edited.
 */
export function useCaret(options: CaretOptions) {
  const { scroller, article, map } = options
  const isOn = ref(false)
  /** Where the caret stands in the window; `null` where it is not seen. */
  const box = shallowRef<DOMRect | null>(null)
  /** What is selected, or the word at the caret, for those who hear the page. */
  const said = ref('')

  function start() {
    const selection = document.getSelection()
    if (selection === null || map() === null) return
    const isThere = options.isInText(selection.focusNode) && isInPart(selection)
    if (!isThere) {
      const node = firstText(startingPart())
      if (node === null) return
      selection.collapse(node, 0)
    }
    scroller.value?.focus({ preventScroll: true })
    isOn.value = true
    draw()
    keepInView()
  }

  function stop() {
    isOn.value = false
    box.value = null
    said.value = ''
  }

  /** The part with the focus, else the summary or the body, else the first there is. */
  function startingPart(): Element | null {
    const root = article()
    const own = document.activeElement?.closest(`[${PART_ATTRIBUTE}]`)
    if (own && root?.contains(own)) return own
    const find = (kind: string) => root?.querySelector(`[${PART_ATTRIBUTE}^="${kind}"]`) ?? null
    return find('summary') ?? find('body') ?? root?.querySelector(`[${PART_ATTRIBUTE}]`) ?? null
  }

  function offsetAt(node: Node, offset: number): number | null {
    return map()?.offsetAt(node, offset) ?? null
  }

  function isInPart({ focusNode, focusOffset }: Selection): boolean {
    return focusNode !== null && offsetAt(focusNode, focusOffset) !== null
  }

  function onKeydown(event: KeyboardEvent) {
    const selection = document.getSelection()
    if (!isOn.value || selection === null || event.isComposing) return
    if (event.key === 'Escape') {
      event.stopImmediatePropagation()
      event.preventDefault()
      if (selection.isCollapsed) stop()
      else selection.collapseToEnd()
      return
    }
    const motion = motionOf(event, options.isMac())
    if (motion === null) return
    event.preventDefault()
    event.stopImmediatePropagation()
    moveCaret(selection, motion, (node, offset) =>
      motion.alter === 'extend' ? options.isInText(node) : offsetAt(node, offset) !== null,
    )
    keepInView()
  }

  function onSelection() {
    const selection = document.getSelection()
    if (!isOn.value || selection === null) return
    if (!options.isInText(selection.focusNode)) {
      stop()
      return
    }
    draw()
    say(selection)
    if (!selection.isCollapsed || selection.focusNode === null) return
    const offset = offsetAt(selection.focusNode, selection.focusOffset)
    if (offset !== null) options.onRest(offset)
  }

  function draw() {
    if (isOn.value) box.value = caretBox(document.getSelection())
  }

  function say(selection: Selection) {
    const { focusNode, focusOffset } = selection
    if (!selection.isCollapsed) said.value = selection.toString()
    else if (focusNode instanceof Text) said.value = wordAt(focusNode.data, focusOffset)
  }

  function keepInView() {
    const pane = scroller.value?.getBoundingClientRect()
    const caret = caretBox(document.getSelection())
    if (!pane || !caret) return
    const over = pane.top + EDGE - caret.top
    const under = caret.bottom - (pane.bottom - EDGE)
    if (over > 0) scroller.value?.scrollBy(0, -over)
    else if (under > 0) scroller.value?.scrollBy(0, under)
  }

  // Before others that hear Escape and the arrows here.
  useEventListener(scroller, 'keydown', onKeydown, { capture: true })
  useEventListener(scroller, 'scroll', draw, { passive: true })
  useEventListener(window, 'resize', draw)
  useEventListener(document, 'selectionchange', onSelection)
  useEventListener(scroller, 'pointerdown', stop)
  watch(map, draw, { flush: 'post' })

  return { isOn, box, said, start, stop }
}

function firstText(element: Element | null): Text | null {
  if (element === null) return null
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if ((node as Text).data.trim() !== '') return node as Text
  }
  return null
}

function caretBox(selection: Selection | null): DOMRect | null {
  if (!selection?.focusNode) return null
  const range = document.createRange()
  range.setStart(selection.focusNode, selection.focusOffset)
  const boxes = range.getClientRects()
  return boxes[boxes.length - 1] ?? null
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

function wordAt(text: string, offset: number): string {
  return words.segment(text).containing(offset)?.segment.trim() ?? ''
}
