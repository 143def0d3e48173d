import type { TextMap } from './map-text.ts'
import { ACTIVE, HOVERED, MARK_NAMES, UNSURE, groundName, lineName } from './mark-names.ts'
import { type PaintedMark, assignLanes, splitMarks } from './split-marks.ts'

/** Marks that stand out, by id. */
export interface Emphasis {
  active: readonly string[]
  hovered: readonly string[]
}

/** Ranges of the page by the name of the highlight they belong to. */
export type NamedRanges = Map<string, StaticRangeInit[]>

type Places = Pick<TextMap, 'rangesOf'>

/**
 * What of the page belongs to which highlight.
 *
 * The ground of a stretch is that of the innermost mark, darker where it lies on others; the line
 * below the words is each mark's own, in a lane of its own, so that each is seen from end to end.
 */
export function groundAndLines(map: Places, marks: readonly PaintedMark[]): NamedRanges {
  const ranges: NamedRanges = new Map()
  for (const { marks: covering, ...span } of splitMarks(marks.filter((mark) => !mark.isUnsure))) {
    const colours = covering.flatMap(({ colour }) => colour ?? [])
    const [innermost] = colours.slice(-1)
    if (innermost) add(ranges, groundName(innermost, colours.length > 1), map.rangesOf(span))
  }
  const lanes = assignLanes(marks)
  for (const mark of marks) {
    const name = mark.isUnsure ? UNSURE : lineName(mark.colour, lanes.get(mark.id) ?? 0)
    add(ranges, name, map.rangesOf(mark))
  }
  return ranges
}

/** What of the page stands out because its marks are at work or pointed at. */
export function emphasised(
  map: Places,
  marks: readonly PaintedMark[],
  { active, hovered }: Emphasis,
): NamedRanges {
  const ranges: NamedRanges = new Map()
  for (const mark of marks) {
    if (active.includes(mark.id)) add(ranges, ACTIVE, map.rangesOf(mark))
    else if (hovered.includes(mark.id)) add(ranges, HOVERED, map.rangesOf(mark))
  }
  return ranges
}

/**
 * Paint ranges over the page; no element is touched.
 *
 * @param names - The highlights to paint: those of them without ranges are taken away.
 */
export function paintRanges(names: readonly string[], ranges: NamedRanges): void {
  for (const name of names) {
    const wanted = ranges.get(name) ?? []
    if (wanted.length === 0) {
      CSS.highlights.delete(name)
      continue
    }
    const highlight = new Highlight(...wanted.map((range) => new StaticRange(range)))
    highlight.priority = MARK_NAMES.indexOf(name)
    CSS.highlights.set(name, highlight)
  }
}

function add(ranges: NamedRanges, name: string, found: StaticRangeInit[]) {
  const known = ranges.get(name)
  if (known) known.push(...found)
  else ranges.set(name, [...found])
}
