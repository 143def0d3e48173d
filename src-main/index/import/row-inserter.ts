import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

/** Rows per statement: binding many at once costs half as much as one by one. */
const ROWS = 24

/** Inserts rows into one table, many at a time, in the order they come. */
export class RowInserter {
  readonly #columns: number
  readonly #many: StatementSync
  readonly #one: StatementSync
  #values: SQLInputValue[] = []

  /** @param head - Such as `INSERT OR IGNORE INTO entity (id, name)`. */
  constructor(database: DatabaseSync, head: string, columns: number) {
    const row = `(${Array<string>(columns).fill('?').join(', ')})`
    this.#columns = columns
    this.#many = database.prepare(`${head} VALUES ${Array<string>(ROWS).fill(row).join(', ')}`)
    this.#one = database.prepare(`${head} VALUES ${row}`)
  }

  add(...row: SQLInputValue[]): void {
    this.#values.push(...row)
    if (this.#values.length < this.#columns * ROWS) return
    this.#many.run(...this.#values)
    this.#values = []
  }

  /** Write what is waiting; to be called before a transaction ends. */
  flush(): void {
    const values = this.#values
    this.#values = []
    for (let at = 0; at < values.length; at += this.#columns) {
      this.#one.run(...values.slice(at, at + this.#columns))
    }
  }
}
