import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { ImportReport } from '#shared/import.ts'
import { LINK_BYTES } from '../packed-links.ts'

/** What an index holds, in numbers, and the fingerprint of the pages it was made of. */
export type IndexTally = Pick<
  ImportReport,
  | 'events'
  | 'days'
  | 'sources'
  | 'relations'
  | 'relationsResolved'
  | 'entities'
  | 'revisions'
  | 'fingerprint'
>

/** Its key in `meta`, where it stands while the index is as the last import left it. */
const TALLY_KEY = 'tally'

const COUNTS = `
  SELECT count(*) AS events,
    count(DISTINCT iif(length(date) = 10, date, NULL)) AS days,
    coalesce(sum(json_array_length(sources)), 0) AS sources,
    coalesce(sum(length(links)), 0) / ${LINK_BYTES} AS relations,
    (SELECT count(*) FROM unresolved_link) AS unresolved,
    (SELECT count(*) FROM entity) AS entities,
    (SELECT count(*) FROM revision) AS revisions
  FROM event`

/** The tally that was kept, or else a new one. */
export function readTally(database: DatabaseSync): IndexTally {
  const row = database.prepare('SELECT value FROM meta WHERE key = ?').get(TALLY_KEY)
  return row ? (JSON.parse(String(row['value'])) as IndexTally) : makeTally(database)
}

/** Make the tally and keep it; to be called at the end of the transaction that ends an import. */
export function keepTally(database: DatabaseSync): void {
  database
    .prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
    .run(TALLY_KEY, JSON.stringify(makeTally(database)))
}

/** Forget the tally; to be called before the index changes. */
export function forgetTally(database: DatabaseSync): void {
  database.prepare('DELETE FROM meta WHERE key = ?').run(TALLY_KEY)
}

function makeTally(database: DatabaseSync): IndexTally {
  const row = database.prepare(COUNTS).get() as unknown as Omit<
    IndexTally,
    'relationsResolved' | 'fingerprint'
  > & { unresolved: number }
  const { unresolved, ...counts } = row
  const relationsResolved = counts.relations - unresolved
  return { ...counts, relationsResolved, fingerprint: fingerprintPages(database) }
}

/** SHA-256 over path and hash of every page in order of path, hexadecimal. */
function fingerprintPages(database: DatabaseSync): string {
  const fingerprint = createHash('sha256')
  const pages = database.prepare('SELECT path, hash FROM page ORDER BY path')
  pages.setReturnArrays(true)
  for (const row of pages.iterate()) {
    const [path, hash] = row as unknown as [string, Uint8Array | null]
    fingerprint.update(`${path}\0`)
    if (hash) fingerprint.update(hash)
  }
  return fingerprint.digest('hex')
}
