import { type BigIntStats, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { AnnalsError } from '#shared/errors.ts'
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from '../schema.ts'
import { type IndexSnapshot, OpenIndex } from './index-snapshot.ts'

const BUSY_TIMEOUT_MS = 5000
const SQLITE_ERROR = 1
/** What is read often is kept by the searches themselves, and pages by the system. */
const CACHE_KB = 4096

/** The words of the text index: with the number of events of each by column, and one by one. */
const WORDS = `
CREATE VIRTUAL TABLE temp.word USING fts5vocab('main', 'event_text', 'col');
CREATE VIRTUAL TABLE temp.word_place USING fts5vocab('main', 'event_text', 'instance');
`

/**
 * Reads one index file, which may not be there yet, may grow meanwhile, and may be replaced by a new
 * one. Never writes.
 */
export class IndexReader {
  readonly #path: string
  #open: OpenIndex | null = null
  #nothing: OpenIndex | null = null

  /** @param path - Absolute path of the index file. */
  constructor(path: string) {
    this.#path = path
  }

  /**
   * Read within one snapshot.
   *
   * @returns `empty` where there is no index of ours (yet).
   * @throws INDEX_UNUSABLE where the file is damaged.
   */
  read<Result>(work: (snapshot: IndexSnapshot) => Result, empty: Result): Result {
    try {
      const open = this.#refresh()
      return open ? open.read(work) : empty
    } catch (error) {
      if (!isFault(error)) throw error
      this.close()
      throw new AnnalsError('INDEX_UNUSABLE', 'The index cannot be read.', {
        details: { path: this.#path, reason: error.message },
        cause: error,
      })
    }
  }

  /** {@link read}, in an index that holds nothing where there is none. */
  readAnyway<Result>(work: (snapshot: IndexSnapshot) => Result): Result {
    const found = this.read<{ result: Result } | null>((index) => ({ result: work(index) }), null)
    if (found) return found.result
    this.#nothing ??= openNothing()
    return this.#nothing.read(work)
  }

  close(): void {
    this.#open?.close()
    this.#open = null
  }

  #refresh(): OpenIndex | null {
    const stats = statSync(this.#path, { bigint: true, throwIfNoEntry: false })
    if (this.#open && !(stats && this.#open.isFile(stats))) this.close()
    if (stats && !this.#open) this.#open = openIndex(this.#path, stats)
    return this.#open
  }
}

/** An index without events, in memory. */
function openNothing(): OpenIndex {
  const database = new DatabaseSync(':memory:')
  database.exec(SCHEMA + WORDS)
  return new OpenIndex(database, { dev: 0n, ino: 0n })
}

/** A failure of the file. What SQLite calls a plain error is a statement of ours that is wrong. */
function isFault(error: unknown): error is Error {
  return error instanceof Error && 'errcode' in error && error.errcode !== SQLITE_ERROR
}

/** @returns `null` where the file is no index of ours, or its tables are not made yet. */
function openIndex(path: string, stats: BigIntStats): OpenIndex | null {
  const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MS })
  try {
    database.exec(`PRAGMA cache_size = -${CACHE_KB}; PRAGMA temp_store = MEMORY`)
    const read = (sql: string) => Object.values(database.prepare(sql).get() ?? {})[0]
    const isOurs =
      read('PRAGMA application_id') === APPLICATION_ID &&
      read('PRAGMA user_version') === SCHEMA_VERSION &&
      read("SELECT count(*) FROM sqlite_schema WHERE name = 'event_text'") === 1
    if (isOurs) {
      database.exec(WORDS)
      return new OpenIndex(database, stats)
    }
  } catch (error) {
    database.close()
    throw error
  }
  database.close()
  return null
}
