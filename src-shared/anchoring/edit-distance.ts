/** How many units of UTF-16 must be put in, left out or replaced to make one text of another. */
export function editDistance(one: string, other: string): number {
  let previous = Uint32Array.from({ length: other.length + 1 }, (_, at) => at)
  let current = new Uint32Array(other.length + 1)
  for (let row = 1; row <= one.length; row++) {
    current[0] = row
    const unit = one.charCodeAt(row - 1)
    for (let at = 1; at <= other.length; at++) {
      const replaced = (previous[at - 1] ?? 0) + (other.charCodeAt(at - 1) === unit ? 0 : 1)
      const moved = Math.min(previous[at] ?? 0, current[at - 1] ?? 0) + 1
      current[at] = Math.min(replaced, moved)
    }
    ;[previous, current] = [current, previous]
  }
  return previous[other.length] ?? 0
}

/** How alike two texts are, 0 to 1; empty ones are the same. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1
  const longest = Math.max(one.length, other.length)
  return 1 - editDistance(one, other) / longest
}
