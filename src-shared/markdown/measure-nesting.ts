const LEADING = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/
const MARKER = />|[-*+]|\d{1,9}[.)]/g

/** Columns of indentation that nest a list by one level at the least. */
const COLUMNS_PER_LEVEL = 2

/**
 * How deep quotes and lists are nested in a Markdown text, at the deepest line. An upper bound:
 * indented code that looks like a list counts too. Linear in the text.
 */
export function measureNesting(text: string): number {
  let deepest = 0
  for (const line of text.split('\n')) {
    const leading = LEADING.exec(line)?.[0] ?? ''
    if (leading === '') continue
    const markers = leading.match(MARKER)?.length ?? 0
    const columns = leading.replace(/\t/g, '    ').replace(/\S/g, '').length
    deepest = Math.max(deepest, markers + Math.floor(columns / COLUMNS_PER_LEVEL))
  }
  return deepest
}
