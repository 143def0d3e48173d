import { PackedLinks } from '../packed-links.ts'
import { readNumbers } from '../packed-numbers.ts'
import type { DigestedEvent, FreshNames, ListedEvent } from './messages.ts'
import type { NameTable, NameTables } from './name-table.ts'

/** Turns the numbers one reading thread has given to names into the row ids of the index. */
export class ReaderNames {
  readonly #tables: NameTables
  /** Row ids by number; 0 stands for “none”. */
  readonly #entities = [0]
  readonly #contexts = [0]
  readonly #hosts = [0]

  constructor(tables: NameTables) {
    this.#tables = tables
  }

  /** Take note of names the thread has met for the first time. */
  learn({ entities, contexts, hosts }: FreshNames): void {
    enter(this.#entities, entities, this.#tables.entities)
    enter(this.#contexts, contexts, this.#tables.contexts)
    enter(this.#hosts, hosts, this.#tables.hosts)
  }

  /** What a day page says of an event, with row ids in place of the numbers. */
  translateListed(event: ListedEvent): ListedEvent {
    const toId = (number: number) => this.#entities[number] ?? 0
    return { ...event, entities: event.entities.map(toId), topicEntity: toId(event.topicEntity) }
  }

  /** Replace the numbers in what is packed of an event. */
  translate({ entities, hosts, links }: DigestedEvent): void {
    replace(readNumbers(entities), this.#entities)
    replace(readNumbers(hosts), this.#hosts)
    const packed = new PackedLinks(links)
    for (let position = 0; position < packed.count; position++) {
      packed.setContext(position, this.#contexts[packed.contextOf(position)] ?? 0)
    }
  }
}

function enter(ids: number[], names: readonly string[], table: NameTable): void {
  for (const name of names) ids.push(table.idOf(name))
}

function replace(numbers: Uint32Array, ids: readonly number[]): void {
  for (let at = 0; at < numbers.length; at++) numbers[at] = ids[numbers[at] ?? 0] ?? 0
}
