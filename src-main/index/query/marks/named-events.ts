import type { EventId } from '#shared/event.ts'

/** The events of one tag, collection or kind of annotation. */
export interface EventSet {
  /** How many annotations or entries tie each event to it, at least one. */
  readonly counts: ReadonlyMap<EventId, number>
  /** Differs from that of every other set, and whenever the set has changed. */
  readonly revision: number
}

/** Sets of events by name; those that hold no event are not there. */
export class NamedEvents {
  readonly #sets = new Map<string, { counts: Map<EventId, number>; revision: number }>()

  get names(): string[] {
    return [...this.#sets.keys()]
  }

  get(name: string): EventSet | null {
    return this.#sets.get(name) ?? null
  }

  add(name: string, event: EventId): void {
    const set = this.#sets.get(name) ?? { counts: new Map<EventId, number>(), revision: 0 }
    set.counts.set(event, (set.counts.get(event) ?? 0) + 1)
    set.revision = nextRevision()
    this.#sets.set(name, set)
  }

  remove(name: string, event: EventId): void {
    const set = this.#sets.get(name)
    const count = set?.counts.get(event)
    if (!set || count === undefined) return
    if (count > 1) set.counts.set(event, count - 1)
    else set.counts.delete(event)
    set.revision = nextRevision()
    if (set.counts.size === 0) this.#sets.delete(name)
  }

  clear(): void {
    this.#sets.clear()
  }
}

let revisions = 0

function nextRevision(): number {
  return ++revisions
}
