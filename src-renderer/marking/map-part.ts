import type { EventTextPart } from '#shared/event-text.ts'
import { alignTexts } from './align-texts.ts'
import { lowerBound } from './search-sorted.ts'

/** A stretch of an event's text; UTF-16 offsets. */
export interface TextSpan {
  startUtf16: number
  endUtf16: number
}

/** A part of an event's text with the elements that show it. */
export interface PartMap {
  part: EventTextPart
  element: Element
  /** What of a range in the page stands in this part; `null` where nothing does. */
  spanOf: (range: Range) => TextSpan | null
  /** Where a stretch of the event's text stands in the page; `null` where nothing of it is shown. */
  rangeOf: (span: TextSpan) => StaticRangeInit | null
  /** The character of the event's text at or after a place in the page; `null` where it is no place of the part. */
  offsetAt: (node: Node, offset: number) => number | null
}

/** Marks elements inside a part whose words are not the part's. */
export const SKIPPED = '[data-text-skip], .visually-hidden'

/**
 * Map the words an element shows to a part of its event's text. White space may differ, and so may
 * single words: what has no partner is not in any span.
 */
export function mapPart(element: Element, part: EventTextPart, text: string): PartMap {
  const nodes = textNodesOf(element)
  const starts = startsOf(nodes)
  const shown = nodes.map((node) => node.data).join('')
  const pairs = alignTexts(shown, text.slice(part.startUtf16, part.endUtf16))

  function spanOf(range: Range): TextSpan | null {
    if (!range.intersectsNode(element)) return null
    const touched = nodes.flatMap((node, index) => (range.intersectsNode(node) ? [index] : []))
    const first = touched[0]
    const last = touched.at(-1)
    if (first === undefined || last === undefined) return null
    const from =
      (starts[first] ?? 0) + (nodes[first] === range.startContainer ? range.startOffset : 0)
    const isInLast = nodes[last] === range.endContainer
    const length = isInLast ? range.endOffset : (nodes[last]?.length ?? 0)
    return spanBetween(from, (starts[last] ?? 0) + length)
  }

  /** @param from - Offset into what is shown, as is `to`. */
  function spanBetween(from: number, to: number): TextSpan | null {
    const first = lowerBound(pairs.shown, from)
    const last = lowerBound(pairs.shown, to) - 1
    if (last < first) return null
    return {
      startUtf16: part.startUtf16 + (pairs.text[first] ?? 0),
      endUtf16: part.startUtf16 + (pairs.text[last] ?? 0) + 1,
    }
  }

  function rangeOf({ startUtf16, endUtf16 }: TextSpan): StaticRangeInit | null {
    const first = lowerBound(pairs.text, startUtf16 - part.startUtf16)
    const last = lowerBound(pairs.text, endUtf16 - part.startUtf16) - 1
    if (last < first) return null
    const start = placeOf(pairs.shown[first] ?? 0)
    const end = placeOf(pairs.shown[last] ?? 0)
    if (start === null || end === null) return null
    const hasSpaceBefore = (pairs.text[first] ?? 0) > startUtf16 - part.startUtf16
    const hasSpaceAfter = (pairs.text[last] ?? 0) + 1 < endUtf16 - part.startUtf16
    return {
      startContainer: start.node,
      startOffset: start.offset - (hasSpaceBefore ? Math.min(gapBefore(first), start.offset) : 0),
      endContainer: end.node,
      endOffset: end.offset + 1 + (hasSpaceAfter ? gapAfter(last, end) : 0),
    }
  }

  /** Characters without partner, most often white space, before a pair and after one. */
  function gapBefore(pair: number): number {
    return pair === 0 ? 0 : (pairs.shown[pair] ?? 0) - (pairs.shown[pair - 1] ?? 0) - 1
  }

  function gapAfter(pair: number, { node, offset }: { node: Text; offset: number }): number {
    return pair + 1 < pairs.shown.length
      ? Math.min(gapBefore(pair + 1), node.length - offset - 1)
      : 0
  }

  function placeOf(shownOffset: number): { node: Text; offset: number } | null {
    const index = lowerBound(starts, shownOffset + 1) - 1
    const node = nodes[index]
    return node === undefined ? null : { node, offset: shownOffset - (starts[index] ?? 0) }
  }

  function offsetAt(node: Node, offset: number): number | null {
    const index = nodes.findIndex((candidate) => candidate === node)
    if (index === -1) return null
    const place = lowerBound(pairs.shown, (starts[index] ?? 0) + offset)
    const within = pairs.text[place]
    return within === undefined ? part.endUtf16 : part.startUtf16 + within
  }

  return { part, element, spanOf, rangeOf, offsetAt }
}

function textNodesOf(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!node.parentElement?.closest(SKIPPED)) nodes.push(node as Text)
  }
  return nodes
}

function startsOf(nodes: readonly Text[]): Int32Array {
  const starts = new Int32Array(nodes.length)
  let start = 0
  for (const [index, node] of nodes.entries()) {
    starts[index] = start
    start += node.length
  }
  return starts
}
