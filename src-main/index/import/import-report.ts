import type { DatabaseSync } from 'node:sqlite'
import type { ImportReport } from '#shared/import.ts'
import type { Problem } from '#shared/problem.ts'

/** All problems of an archive in order of path. */
export function listProblems(database: DatabaseSync): Problem[] {
  const rows = database.prepare('SELECT path, code, message FROM problem ORDER BY path, code').all()
  return rows.map((row) => ({ ...row }) as unknown as Problem)
}

/** Keep the report in the index, beside what tells whose index it is. */
export function saveReport(
  database: DatabaseSync,
  report: ImportReport,
  archive: { root: string; fingerprint: string },
): void {
  const save = database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
  save.run('report', JSON.stringify(report))
  save.run('root', archive.root)
  save.run('fingerprint', archive.fingerprint)
}
