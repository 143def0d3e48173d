import type { BigIntStats } from 'node:fs'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { ByteCache } from './byte-cache.ts'
import { KeptValues } from './kept-values.ts'

const MAX_STATEMENTS = 128
/** Room for the answers to more than a thousand conditions on 100,000 events. */
export const MAX_ANSWER_BYTES = 16 * 2 ** 20

/** A steady view of the index during one call. */
export interface IndexSnapshot {
  /** What was made of the whole index, forgotten whenever the index has changed. */
  readonly lists: KeptValues
  /** What the last conditions and searches found, forgotten likewise. */
  readonly answers: ByteCache
  /**
   * All rows of a statement; statements are kept, so their number of shapes should be small.
   * Numbers must be whole.
   */
  all<Row>(sql: string, ...params: SQLInputValue[]): Row[]
  /** The first column of all rows, called `id`, which must be whole numbers; many at once are quick. */
  numbers(sql: string, ...params: SQLInputValue[]): number[]
}

/** A number would be bound as a real one, which divides otherwise and narrows no text search. */
function toInteger(value: SQLInputValue): SQLInputValue {
  return typeof value === 'number' ? BigInt(value) : value
}

/** What tells a file from another that takes its place. */
type FileIdentity = Pick<BigIntStats, 'dev' | 'ino'>

/** An index file that is open. */
export class OpenIndex implements IndexSnapshot {
  readonly lists = new KeptValues()
  readonly answers = new ByteCache(MAX_ANSWER_BYTES)
  readonly #database: DatabaseSync
  readonly #stats: FileIdentity
  readonly #statements = new Map<string, StatementSync>()
  #dataVersion: number | null = null

  constructor(database: DatabaseSync, stats: FileIdentity) {
    this.#database = database
    this.#stats = stats
  }

  /** Whether it is this very file, and not one that took its place. */
  isFile({ dev, ino }: FileIdentity): boolean {
    return dev === this.#stats.dev && ino === this.#stats.ino
  }

  /** Let `work` read within one transaction. */
  read<Result>(work: (snapshot: IndexSnapshot) => Result): Result {
    this.#database.exec('BEGIN')
    try {
      const dataVersion = this.#readDataVersion()
      if (dataVersion !== this.#dataVersion) this.#forget()
      this.#dataVersion = dataVersion
      return work(this)
    } finally {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
    }
  }

  all<Row>(sql: string, ...params: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...params.map(toInteger)) as Row[]
  }

  numbers(sql: string, ...params: SQLInputValue[]): number[] {
    // One text of all numbers comes over from SQLite several times faster than a row for each.
    const [row] = this.all<{ json: string }>(
      `SELECT json_group_array(id) AS json FROM (${sql})`,
      ...params,
    )
    return JSON.parse(row?.json ?? '[]') as number[]
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  #readDataVersion(): number {
    const [row] = this.all<{ data_version: number }>('PRAGMA data_version')
    return row?.data_version ?? 0
  }

  #forget(): void {
    this.lists.clear()
    this.answers.clear()
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known) return known
    if (this.#statements.size >= MAX_STATEMENTS) this.#statements.clear()
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}
