import type { IndexSnapshot } from '../query/index-snapshot.ts'
import { COLUMNS_VERSION, type ColumnName } from './column-names.ts'
import type { ListsByEvent } from './lists-by-event.ts'

/** The columns of an index; each is read when it is first asked for. */
export class ArchiveColumns {
  readonly #read: (name: ColumnName) => ArrayBuffer | null
  readonly #kept = new Map<string, unknown>()

  /** @param read - Gives the bytes of a column, or `null` where there is none. */
  constructor(read: (name: ColumnName) => ArrayBuffer | null) {
    this.#read = read
  }

  /** Row ids by ordinal. */
  get ids(): Float64Array {
    return this.#keep('ids', () => new Float64Array(this.#bytes('ids')))
  }

  /** Row ids of each event's entities. */
  get entities(): ListsByEvent {
    return this.#keep('entities', () => this.#lists('entity_starts', 'entity_values'))
  }

  /** Row ids of the hosts that each event cites. */
  get hosts(): ListsByEvent {
    return this.#keep('hosts', () => this.#lists('host_starts', 'host_values'))
  }

  /** Ordinals of the events whose relations lead to each event; an event that does so twice is twice there. */
  get backlinks(): ListsByEvent {
    return this.#keep('backlinks', () => this.#lists('backlink_starts', 'backlink_values'))
  }

  /** Where the relations of each event begin, and after the last, how many there are. */
  get linkStarts(): Uint32Array {
    return this.#keep('link starts', () => this.#integers('link_starts'))
  }

  /** Places in {@link topicNames}; 0 stands for none. */
  get topics(): Uint32Array {
    return this.#keep('topics', () => this.#integers('topics'))
  }

  get topicNames(): string[] {
    return this.#keep(
      'topic names',
      () => JSON.parse(Buffer.from(this.#bytes('topic_names')).toString()) as string[],
    )
  }

  /** Of `EVENT_FLAGS`, by ordinal. */
  get flags(): Uint8Array {
    return this.#keep('flags', () => new Uint8Array(this.#bytes('flags')))
  }

  /** Ordinals of the first of those that report the same; `null` where that is not known. */
  get groups(): Uint32Array | null {
    return this.#keep('groups', () => {
      const bytes = this.#read('groups')
      return bytes && new Uint32Array(bytes)
    })
  }

  #lists(starts: ColumnName, values: ColumnName): ListsByEvent {
    return { starts: this.#integers(starts), values: this.#integers(values) }
  }

  #integers(name: ColumnName): Uint32Array {
    return new Uint32Array(this.#bytes(name))
  }

  #bytes(name: ColumnName): ArrayBuffer {
    const bytes = this.#read(name)
    if (bytes === null) throw new Error(`The index has no column ${name}.`)
    return bytes
  }

  #keep<Value>(name: string, make: () => Value): Value {
    if (!this.#kept.has(name)) this.#kept.set(name, make())
    return this.#kept.get(name) as Value
  }
}

/** @returns `null` while an import has not written the columns of its events yet. */
export function readColumns(index: IndexSnapshot): ArchiveColumns | null {
  return index.lists.getOrMake('columns', () => {
    const [row] = index.all<{ value: string }>("SELECT value FROM meta WHERE key = 'columns'")
    const hasColumns = row?.value === COLUMNS_VERSION
    return { columns: hasColumns ? new ArchiveColumns((name) => readBytes(index, name)) : null }
  }).columns
}

function readBytes(index: IndexSnapshot, name: ColumnName): ArrayBuffer | null {
  const sql = 'SELECT data FROM event_column WHERE name = ?'
  const [row] = index.all<{ data: Uint8Array<ArrayBuffer> }>(sql, name)
  // A copy begins where numbers of every width may begin.
  return row ? row.data.slice().buffer : null
}
