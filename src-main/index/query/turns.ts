import { AnnalsError } from '#shared/errors.ts'

/** What is asked again and again while somebody types, so that only the newest of each kind matters. */
export type TurnKind = 'search' | 'shape' | 'annotations'

const PLACES = { search: 0, shape: 1, annotations: 2 } as const satisfies Record<TurnKind, number>

/**
 * Numbers of the newest search, shape and search for annotations that matter. The client raises them, the worker
 * looks at them in the midst of its work: they are shared memory.
 */
export class Turns {
  readonly memory: SharedArrayBuffer
  readonly #numbers: Int32Array

  /** @param memory - That of another `Turns`; without it, new memory. */
  constructor(
    memory = new SharedArrayBuffer(Object.keys(PLACES).length * Int32Array.BYTES_PER_ELEMENT),
  ) {
    this.memory = memory
    this.#numbers = new Int32Array(memory)
  }

  /** Make what is asked before no longer matter. */
  raise(kind: TurnKind): void {
    Atomics.add(this.#numbers, PLACES[kind], 1)
  }

  current(kind: TurnKind): number {
    return Atomics.load(this.#numbers, PLACES[kind])
  }

  /** @throws SEARCH_SUPERSEDED where `turn` is not the current one. */
  check(kind: TurnKind, turn: number): void {
    if (this.current(kind) !== turn) throw superseded()
  }
}

/** The refusal of what no longer matters. */
export function superseded(): AnnalsError {
  return new AnnalsError('SEARCH_SUPERSEDED', 'A newer search took its place.')
}
