import type { TextMap } from './map-text.ts'

/** How far beside a character it still counts as pointed at, in pixels. */
const SLACK = 1

/**
 * The character of the event's text under a point of the window; `null` where there is none, as in
 * the empty space beside a line.
 */
export function pointAt(map: TextMap, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y)
  if (caret === null || !(caret.offsetNode instanceof Text)) return null
  const node = caret.offsetNode
  // The caret stands at the nearer side of a character: it is the one before or the one after.
  const place = [caret.offset, caret.offset - 1].find((offset) => isUnder(node, offset, x, y))
  return place === undefined ? null : map.offsetAt(node, place)
}

function isUnder(node: Text, offset: number, x: number, y: number): boolean {
  if (offset < 0 || offset >= node.length) return false
  const range = document.createRange()
  range.setStart(node, offset)
  range.setEnd(node, offset + 1)
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) =>
      left - SLACK <= x && x <= right + SLACK && top <= y && y <= bottom,
  )
}

/** The box around ranges of the page, in the window; `null` where nothing of them is laid out. */
export function boxOf(ranges: readonly StaticRangeInit[]): DOMRect | null {
  const boxes = ranges.flatMap((init) => {
    const range = document.createRange()
    range.setStart(init.startContainer, init.startOffset)
    range.setEnd(init.endContainer, init.endOffset)
    const box = range.getBoundingClientRect()
    return box.width > 0 || box.height > 0 ? [box] : []
  })
  if (boxes.length === 0) return null
  const left = Math.min(...boxes.map((box) => box.left))
  const top = Math.min(...boxes.map((box) => box.top))
  const right = Math.max(...boxes.map((box) => box.right))
  const bottom = Math.max(...boxes.map((box) => box.bottom))
  return new DOMRect(left, top, right - left, bottom - top)
}
