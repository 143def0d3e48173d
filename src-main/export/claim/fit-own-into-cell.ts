const LINE_BREAKS = /\s*(?:\r\n?|[\n\v\f\u0085\u2028\u2029])\s*/g
const CONTROL = /[\p{Cc}\p{Cs}]/gu

/**
 * Markdown of the researcher as a cell of a table: as written, but on one line, and without a bar
 * that would end the cell. Lists and the like do not fit and become lines.
 */
export function fitOwnIntoCell(markdown: string): string {
  return markdown
    .trim()
    .replace(LINE_BREAKS, '<br>')
    .replace(CONTROL, '')
    .replace(/(\\*)\|/g, escapeBar)
    .replace(/\\+$/, evenBackslashes)
}

/** A bar behind an odd number of backslashes is escaped already. */
function escapeBar(bar: string, backslashes: string): string {
  return backslashes.length % 2 === 0 ? `${backslashes}\\|` : bar
}

/** Readers differ in whether a backslash at the end of a cell reaches over the space to the bar. */
function evenBackslashes(backslashes: string): string {
  return backslashes.length % 2 === 0 ? backslashes : `${backslashes}\\`
}
