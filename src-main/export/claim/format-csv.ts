/**
 * Spreadsheets still take CSV for the encoding of the system unless this mark says that it is UTF-8;
 * what reads CSV in statistics and scripts passes over it.
 */
const BYTE_ORDER_MARK = '\uFEFF'

/** What a spreadsheet would take for a formula, also in the full-width forms of East Asian input. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/**
 * Rows as CSV (RFC 4180): UTF-8, commas, lines that end with CR LF. A cell that a spreadsheet would
 * take for a formula has an apostrophe before it; so has one that begins with apostrophes and then
 * like a formula, so that taking one away gives back every cell.
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => `${cells.map(formatCell).join(',')}\r\n`)
  return BYTE_ORDER_MARK + lines.join('')
}

function formatCell(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
