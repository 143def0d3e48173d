import type { ImportReport } from '#shared/import.ts'
import type { IndexSnapshot } from './index-snapshot.ts'

/** The report of the last import that ended, or `null`. */
export function readReport(index: IndexSnapshot): ImportReport | null {
  const [row] = index.all<{ value: string }>("SELECT value FROM meta WHERE key = 'report'")
  return row ? (JSON.parse(row.value) as ImportReport) : null
}
