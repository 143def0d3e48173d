import { type ByteKeyStore, ByteKeys, makeByteKeyStore } from '#shared/byte-keys.ts'
import type { EventId } from '#shared/event.ts'
import { MAX_CANDIDATES, parentOf } from './link-path.ts'
import type { NumberedEvents } from './messages.ts'
import { PathNames, makeNameSlots } from './path-names.ts'

/** Of more events of one name than these none is meant by a link that says no more. */
const MOST_NAMESAKES = MAX_CANDIDATES + 1

/** The events a link may lead to, as all threads of an import read them in one memory. */
export interface SharedEvents {
  /** Those whose ids are in lower case and differ from all others by more than that. */
  paths: ByteKeyStore
  /** Row ids of these by their places; 0 where none is known yet. */
  numbers: Float64Array
  /** Where `PathNames` finds them by name. */
  names: Uint32Array
  /** All others. */
  others: NumberedEvents
  /** The folders of them all, each once. */
  folders: string[]
}

/** @param events - Where an id is there twice, the later row id counts. */
export function shareEvents({ keys, numbers }: NumberedEvents): SharedEvents {
  const others: NumberedEvents = { keys: [], numbers: [] }
  const isApart = keys.map((key) => key.toLowerCase() !== key)
  const apart = new Set(keys.filter((_, at) => isApart[at]).map((key) => key.toLowerCase()))
  let length = 0
  for (const key of keys) length += Buffer.byteLength(key)
  const paths = new ByteKeys(makeByteKeyStore(keys.length, length, true))
  const names = makeNameSlots(keys.length)
  const pathNames = new PathNames(paths, names, MOST_NAMESAKES)
  const folders = new Set<string>()
  let lastFolder: string | null = null
  const width = Float64Array.BYTES_PER_ELEMENT
  const shared = new Float64Array(new SharedArrayBuffer(keys.length * width))
  keys.forEach((key, at) => {
    const number = numbers[at] ?? 0
    const folder = parentOf(key)
    if (folder !== lastFolder) folders.add(folder)
    lastFolder = folder
    if (isApart[at] || (apart.size > 0 && apart.has(key))) {
      others.keys.push(key)
      others.numbers.push(number)
      return
    }
    const end = writePath(key)
    const known = paths.find(scratch, 0, end)
    const place = known < 0 ? paths.add(scratch, 0, end) : known
    shared[place] = number
    if (known < 0) pathNames.add(place)
  })
  return { paths: paths.store, numbers: shared, names, others, folders: [...folders] }
}

/** Reads what {@link shareEvents} made. All ids are in lower case. */
export class SharedEventReader {
  readonly #paths: ByteKeys
  readonly #numbers: Float64Array
  readonly #names: PathNames

  constructor({ paths, numbers, names }: SharedEvents) {
    this.#paths = new ByteKeys(paths)
    this.#numbers = numbers
    this.#names = new PathNames(this.#paths, names, MOST_NAMESAKES)
  }

  /** Row id of the event with this id in UTF-8; 0 where none is known, -1 where there is no event. */
  numberAt(bytes: Uint8Array, start: number, end: number): number {
    const place = this.#paths.find(bytes, start, end)
    return place < 0 ? -1 : (this.#numbers[place] ?? 0)
  }

  /** Likewise by the id itself. */
  numberOf(key: EventId): number {
    const length = writePath(key)
    return this.numberAt(scratch, 0, length)
  }

  /** Ids of events of one name, not many more than {@link MOST_NAMESAKES} is worth. */
  listNamesakes(name: string): EventId[] {
    const length = writePath(name)
    // Text is not read from shared memory.
    const read = (place: number) => Buffer.from(this.#paths.at(place)).toString()
    return this.#names.find(scratch, 0, length).map(read)
  }
}

/** Reused between paths. */
let scratch = Buffer.alloc(2 ** 10)

/** Write a path into `scratch`. @returns how many bytes it has. */
function writePath(path: string): number {
  const most = path.length * 3
  if (scratch.length < most) scratch = Buffer.alloc(most * 2)
  return scratch.write(path)
}
