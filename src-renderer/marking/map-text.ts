import type { EventText } from '#shared/event-text.ts'
import { type PartMap, type TextSpan, mapPart } from './map-part.ts'

/** Words chosen in the page. */
export interface ChosenWords extends TextSpan {
  /** Whether more was chosen than the part they stand in, and left out. */
  isCut: boolean
}

/** How an event's text and the page that shows it belong together. */
export interface TextMap {
  /**
   * The words of a range in the page. Of a range across several parts, those of the first one: a
   * mark is about words that stand together, and the parts of an event are not one sentence.
   *
   * @returns `null` where no part of the text is in it.
   */
  choose: (range: Range) => ChosenWords | null
  /** Where a stretch of the text stands, one range for each part that it touches and that is shown. */
  rangesOf: (span: TextSpan) => StaticRangeInit[]
  /** The character of the text at a place in the page; `null` where no part is. */
  offsetAt: (node: Node, offset: number) => number | null
  /** The element that shows the part in which a character stands; `null` where it is not shown. */
  elementAt: (offsetUtf16: number) => Element | null
}

/** Attribute of the elements that show a part: its kind and index, as `summary:0`. */
export const PART_ATTRIBUTE = 'data-text-part'

/** Map an event's text to what shows it below `root`. It holds until that changes. */
export function mapText(root: ParentNode, { text, parts }: EventText): TextMap {
  const partOf = new Map(parts.map((part) => [`${part.kind}:${part.index}`, part]))
  const elements = [...root.querySelectorAll(`[${PART_ATTRIBUTE}]`)]
  const maps = elements.flatMap((element) => {
    const part = partOf.get(element.getAttribute(PART_ATTRIBUTE) ?? '')
    return part ? [mapPart(element, part, text)] : []
  })
  const touches = ({ part }: PartMap, { startUtf16, endUtf16 }: TextSpan) =>
    part.startUtf16 < endUtf16 && startUtf16 < part.endUtf16

  return {
    choose(range) {
      const spans = maps.flatMap((map) => map.spanOf(range) ?? [])
      const [first] = spans
      return first ? { ...first, isCut: spans.length > 1 } : null
    },
    rangesOf(span) {
      return maps.flatMap((map) => (touches(map, span) ? (map.rangeOf(span) ?? []) : []))
    },
    offsetAt(node, offset) {
      const map = maps.find(({ element }) => element.contains(node))
      return map?.offsetAt(node, offset) ?? null
    },
    elementAt(offsetUtf16) {
      const span = { startUtf16: offsetUtf16, endUtf16: offsetUtf16 + 1 }
      return maps.find((map) => touches(map, span))?.element ?? null
    },
  }
}
