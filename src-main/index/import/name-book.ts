import type { NumberedNames } from './messages.ts'

/** Names of entities and hosts by their row ids. */
export class NameBook {
  readonly #entities: string[] = []
  readonly #hosts: string[] = []

  learn({ entities, hosts }: { entities: NumberedNames; hosts: NumberedNames }): void {
    enter(this.#entities, entities)
    enter(this.#hosts, hosts)
  }

  entityName(number: number): string {
    return this.#entities[number] ?? ''
  }

  /** @param number - `null` where a source has no host. */
  hostName(number: number | null): string {
    return this.#hosts[number ?? 0] ?? ''
  }
}

function enter(book: string[], { names, numbers }: NumberedNames): void {
  names.forEach((name, index) => {
    book[numbers[index] ?? 0] = name
  })
}
