import type { BigIntStats } from 'node:fs'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { RecentValues } from './recent-values.ts'

const MAX_STATEMENTS = 128
/** The largest answers are row ids of all events: under a megabyte per 100,000 events. */
const MAX_ANSWERS = 32
const MAX_LISTS = 8

/** A steady view of the index during one call. */
export interface IndexSnapshot {
  /** What was made of the whole index, forgotten whenever the index has changed. */
  readonly lists: RecentValues
  /** What the last searches found, forgotten likewise. */
  readonly answers: RecentValues
  /**
   * All rows of a statement; statements are kept, so their number of shapes should be small.
   * Numbers must be whole.
   */
  all<Row>(sql: string, ...params: SQLInputValue[]): Row[]
  /** The first column of all rows, which must be whole numbers. */
  numbers(sql: string, ...params: SQLInputValue[]): Float64Array
}

/** A number would be bound as a real one, which divides otherwise and narrows no text search. */
function toInteger(value: SQLInputValue): SQLInputValue {
  return typeof value === 'number' ? BigInt(value) : value
}

/** An index file that is open. */
export class OpenIndex implements IndexSnapshot {
  readonly lists = new RecentValues(MAX_LISTS)
  readonly answers = new RecentValues(MAX_ANSWERS)
  readonly #database: DatabaseSync
  readonly #stats: BigIntStats
  readonly #statements = new Map<string, StatementSync>()
  #dataVersion: number | null = null

  constructor(database: DatabaseSync, stats: BigIntStats) {
    this.#database = database
    this.#stats = stats
  }

  /** Whether it is this very file, and not one that took its place. */
  isFile({ dev, ino }: BigIntStats): boolean {
    return dev === this.#stats.dev && ino === this.#stats.ino
  }

  /** Let `work` read within one transaction. */
  read<Result>(work: (snapshot: IndexSnapshot) => Result): Result {
    this.#database.exec('BEGIN')
    try {
      const [dataVersion = 0] = this.numbers('PRAGMA data_version')
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

  numbers(sql: string, ...params: SQLInputValue[]): Float64Array {
    const statement = this.#prepare(sql)
    statement.setReturnArrays(true)
    const rows = statement.all(...params.map(toInteger)) as unknown as [number][]
    const numbers = new Float64Array(rows.length)
    rows.forEach(([number], index) => {
      numbers[index] = number
    })
    statement.setReturnArrays(false)
    return numbers
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
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
