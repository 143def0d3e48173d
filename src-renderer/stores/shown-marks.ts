import type { EventId } from '#shared/event.ts'
import type { EventMarks } from '#shared/notebook.ts'
import { ref, shallowReactive } from 'vue'
import { coalesce } from './coalesce.ts'

/** As many events as are asked for at once; main takes twice as many. */
const BATCH_SIZE = 5000
/** As many events as are kept before those that are shown no longer are forgotten. */
const MAX_KEPT = 10_000

type MarksById = Record<EventId, EventMarks>

/** Marks of the events that are shown; those of all others stay with the notebook. */
export interface ShownMarks {
  /** @returns what is known of the event; asked for the first time, its marks are read. */
  marksOf: (eventId: EventId) => EventMarks | null
  /** The marks of these events may have changed; `null`: those of any. */
  follow: (eventIds: readonly EventId[] | null) => void
}

/** @param readMarks - Reads the marks of those of some events that have any. */
export function createShownMarks(readMarks: (ids: EventId[]) => Promise<MarksById>): ShownMarks {
  const known = shallowReactive(new Map<EventId, EventMarks>())
  const asked = new Set<EventId>()
  const wanted = new Set<EventId>()
  /** Rises where everything is asked for again: by then only what is still shown. */
  const round = ref(0)

  const load = coalesce(async () => {
    // A list asks for its rows one after the other.
    await Promise.resolve()
    const ids = [...wanted]
    wanted.clear()
    for (let start = 0; start < ids.length; start += BATCH_SIZE) {
      const batch = ids.slice(start, start + BATCH_SIZE)
      store(batch, await readMarks(batch).catch(() => ({})))
    }
    for (const id of known.keys()) if (!asked.has(id)) known.delete(id)
    if (asked.size > Math.max(MAX_KEPT, 2 * ids.length)) askAgain()
  })

  function store(ids: readonly EventId[], marks: MarksById) {
    for (const id of ids) {
      const found = Object.hasOwn(marks, id) ? marks[id] : undefined
      if (found) known.set(id, found)
      else known.delete(id)
    }
  }

  function askAgain() {
    asked.clear()
    round.value += 1
  }

  function want(eventId: EventId) {
    asked.add(eventId)
    wanted.add(eventId)
    if (wanted.size === 1) void load()
  }

  function marksOf(eventId: EventId): EventMarks | null {
    if (round.value >= 0 && !asked.has(eventId)) want(eventId)
    return known.get(eventId) ?? null
  }

  function follow(eventIds: readonly EventId[] | null) {
    if (eventIds === null) askAgain()
    else for (const id of eventIds) if (asked.has(id)) want(id)
  }

  return { marksOf, follow }
}
