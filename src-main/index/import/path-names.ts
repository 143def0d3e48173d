import { type ByteKeys, countSlots, hashBytes } from '#shared/byte-keys.ts'

const SLASH = 0x2f

/** Room for the names of so many paths, in memory that threads share. */
export function makeNameSlots(paths: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(countSlots(paths) * Uint32Array.BYTES_PER_ELEMENT))
}

/** Finds paths by their names: what follows their last slash. The names stand in the paths alone. */
export class PathNames {
  readonly #paths: ByteKeys
  /** By the hash of a name, one more than the place of a path that has it; 0 where there is none. */
  readonly #slots: Uint32Array
  readonly #most: number

  /** @param most - How many paths of one name are kept; of those after them none is found. */
  constructor(paths: ByteKeys, slots: Uint32Array, most: number) {
    this.#paths = paths
    this.#slots = slots
    this.#most = most
  }

  /** Places of the paths that have a name, in the order in which they were entered. */
  find(bytes: Uint8Array, start: number, end: number): number[] {
    const places: number[] = []
    this.#walk(bytes, start, end, places)
    return places
  }

  /** Enter the path that is at a place. */
  add(place: number): void {
    const path = this.#paths.at(place)
    const known: number[] = []
    const free = this.#walk(path, path.lastIndexOf(SLASH) + 1, path.length, known)
    if (known.length < this.#most) this.#slots[free] = place + 1
  }

  /** @returns the first free slot after those that may hold a name. */
  #walk(bytes: Uint8Array, start: number, end: number, places: number[]): number {
    const mask = this.#slots.length - 1
    let slot = hashBytes(bytes, start, end) & mask
    for (let taken = this.#slots[slot] ?? 0; taken > 0; taken = this.#slots[slot] ?? 0) {
      if (this.#isNamed(taken - 1, bytes, start, end)) places.push(taken - 1)
      slot = (slot + 1) & mask
    }
    return slot
  }

  #isNamed(place: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { ends, bytes: paths } = this.#paths.store
    const pathStart = ends[place - 1] ?? 0
    let at = ends[place] ?? 0
    for (let next = end; next > start;) {
      if (at === pathStart || paths[--at] !== bytes[--next]) return false
    }
    return at === pathStart || paths[at - 1] === SLASH
  }
}
