/**
 * Where a stretch of a pattern stands in a text that ends like the pattern does. What was put in at
 * the ends of the stretch does not belong to it.
 *
 * @param text - May begin with anything.
 * @param from - The stretch, as offsets into the pattern.
 * @returns offsets into the text.
 */
export function alignPattern(
  text: string,
  pattern: string,
  from: number,
  to: number,
): { start: number; end: number } {
  const width = text.length + 1
  const costs = fillCosts(text, pattern, width)
  const costOf = (row: number, at: number) => costs[row * width + at] ?? 0
  let row = pattern.length
  let at = text.length
  let start: number | null = null
  let end = at
  for (;;) {
    if (row === to) end = at
    if (row === from) start ??= at
    if (row === 0) return { start: start ?? at, end: Math.max(end, start ?? at) }
    const cost = costOf(row, at)
    const isSame = pattern.charCodeAt(row - 1) === text.charCodeAt(at - 1)
    if (at > 0 && cost === costOf(row - 1, at - 1) + (isSame ? 0 : 1)) {
      row--
      at--
    } else if (at > 0 && cost === costOf(row, at - 1) + 1) at--
    else row--
  }
}

/** Edit distances of every beginning of the pattern to what ends at every place of the text, by rows. */
function fillCosts(text: string, pattern: string, width: number): Uint16Array {
  const costs = new Uint16Array((pattern.length + 1) * width)
  for (let row = 1; row <= pattern.length; row++) {
    const line = row * width
    const unit = pattern.charCodeAt(row - 1)
    costs[line] = row
    for (let at = 1; at < width; at++) {
      const isSame = text.charCodeAt(at - 1) === unit
      const replaced = (costs[line - width + at - 1] ?? 0) + (isSame ? 0 : 1)
      const moved = Math.min(costs[line - width + at] ?? 0, costs[line + at - 1] ?? 0) + 1
      costs[line + at] = Math.min(replaced, moved)
    }
  }
  return costs
}
