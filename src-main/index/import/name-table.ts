import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { foldName } from '../fold-text.ts'
import { RowInserter } from './row-inserter.ts'

interface TableShape {
  /** The column of the name, which no two rows share. */
  column: string
  /** Other columns, and what stands in them. */
  others: string[]
  toOthers: (name: string) => SQLInputValue[]
}

const SHAPES = {
  entity: { column: 'name', others: ['folded'], toOthers: (name) => [foldName(name)] },
  context: { column: 'entities', others: [], toOthers: () => [] },
  host: { column: 'name', others: [], toOthers: () => [] },
} as const satisfies Record<string, TableShape>

/** A table that holds every name once. */
export class NameTable {
  readonly #shape: TableShape
  readonly #rows: RowInserter
  readonly #ids = new Map<string, number>()
  readonly #names: string[] = []
  #nextId = 1

  constructor(database: DatabaseSync, table: keyof typeof SHAPES) {
    this.#shape = SHAPES[table]
    const { column, others } = this.#shape
    const columns = ['id', column, ...others]
    const head = `INSERT INTO ${table} (${columns.join(', ')})`
    this.#rows = new RowInserter(database, head, columns.length)
    for (const row of database.prepare(`SELECT id, ${column} AS name FROM ${table}`).iterate()) {
      this.#enter(row['id'] as number, row['name'] as string)
    }
  }

  /** The row id of a name, which gets a row where it has none. */
  idOf(name: string): number {
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    const id = this.#nextId
    this.#rows.add(id, name, ...this.#shape.toOthers(name))
    this.#enter(id, name)
    return id
  }

  nameOf(id: number): string {
    return this.#names[id] ?? ''
  }

  /** Write the rows that wait; to be called before a transaction ends. */
  flush(): void {
    this.#rows.flush()
  }

  #enter(id: number, name: string): void {
    this.#ids.set(name, id)
    this.#names[id] = name
    this.#nextId = Math.max(this.#nextId, id + 1)
  }
}

/** The tables of names of an index. */
export interface NameTables {
  entities: NameTable
  contexts: NameTable
  hosts: NameTable
}

export function openNameTables(database: DatabaseSync): NameTables {
  return {
    entities: new NameTable(database, 'entity'),
    contexts: new NameTable(database, 'context'),
    hosts: new NameTable(database, 'host'),
  }
}
