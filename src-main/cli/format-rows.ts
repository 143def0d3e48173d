import { displayWidth, padEnd } from './terminal-text.ts'

/** Rows as lines with their columns aligned, two spaces between them. */
export function formatRows(rows: string[][]): string {
  const widths = rows.reduce<number[]>((widest, row) => {
    return row.map((cell, column) => Math.max(widest[column] ?? 0, displayWidth(cell)))
  }, [])
  return rows
    .map((row) =>
      row
        .map((cell, column) => padEnd(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** `12,345 events`, `1 event`. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? singular : plural}`
}
