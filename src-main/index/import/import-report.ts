import type { DatabaseSync } from 'node:sqlite'
import type { ImportReport } from '#shared/import.ts'
import type { Problem } from '#shared/problem.ts'

type Counts = Pick<
  ImportReport,
  'events' | 'days' | 'sources' | 'relations' | 'relationsResolved' | 'entities' | 'revisions'
>

const COUNTS = `
  SELECT
    (SELECT count(*) FROM event) AS events,
    (SELECT count(DISTINCT date) FROM event WHERE length(date) = 10) AS days,
    (SELECT count(*) FROM source) AS sources,
    (SELECT count(*) FROM relation) AS relations,
    (SELECT count(target_id) FROM relation) AS relationsResolved,
    (SELECT count(*) FROM entity) AS entities,
    (SELECT count(*) FROM revision) AS revisions`

/** Count what an index holds. */
export function countIndex(database: DatabaseSync): Counts {
  return { ...(database.prepare(COUNTS).get() as unknown as Counts) }
}

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
