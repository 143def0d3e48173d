import type { EventId } from '#shared/event.ts'
import type { EventCopy } from '#shared/notebook.ts'

/** An event whose page was moved. */
export interface EventMove {
  from: EventId
  /** What the event is now; its `text` is of no account. */
  to: EventCopy
}

/** What each moved event is now, by its former id. No event in it is a former one. */
export type EventMoves = ReadonlyMap<EventId, EventCopy>

/**
 * An event that was moved several times is followed to where it is at last, so that doing the moves
 * once more changes nothing. Moves in a circle lead nowhere and are left out.
 */
export function resolveMoves(moves: readonly EventMove[]): EventMoves {
  const steps = new Map(moves.map(({ from, to }) => [from, to]))

  function follow(from: EventId): EventCopy | null {
    const passed = new Set([from])
    for (let to = steps.get(from); to; to = steps.get(to.id)) {
      if (passed.has(to.id)) return null
      if (!steps.has(to.id)) return to
      passed.add(to.id)
    }
    return null
  }

  return new Map(
    [...steps.keys()].flatMap((from) => {
      const to = follow(from)
      return to ? [[from, to] as const] : []
    }),
  )
}
