import type { Claim } from '#shared/claim.ts'
import type { EventDate, EventId } from '#shared/event.ts'
import type { Annotation, Collection } from '#shared/notebook.ts'
import type { SavedSearch } from '#shared/saved-search.ts'
import { compareText } from './compare-text.ts'
import type { EventMoves } from './event-moves.ts'
import type { RecordChange } from './record-change.ts'

interface EventMention {
  id: EventId
  date: EventDate
  title: string
}

/**
 * An annotation on a moved event, on the event as it is now. The text it was made on stays.
 *
 * @returns the same where its event was not moved.
 */
export function relocateAnnotation(annotation: Annotation, moves: EventMoves): Annotation {
  const { event, formerEventIds = [] } = annotation
  const relocated = relocateEvent(event, moves)
  if (relocated === event) return annotation
  return { ...annotation, event: relocated, formerEventIds: [...formerEventIds, event.id] }
}

/**
 * A collection with its moved events as they are now. Where the event is in the collection under
 * its new id as well, both entries stay as they are: neither a remark nor a place in the order is
 * lost, and no event is there twice under one id.
 *
 * @returns the same where no event was moved.
 */
export function relocateCollection(collection: Collection, moves: EventMoves): Collection {
  const events = collection.entries.map(({ event }) => event)
  const relocated = relocateEvents(events, moves)
  if (relocated === events) return collection
  const entries = collection.entries.map((entry, index) => {
    const event = relocated[index] ?? entry.event
    return event === entry.event ? entry : { ...entry, event }
  })
  return { ...collection, entries }
}

/**
 * A saved search that found the moved events as they are now, so that they are neither new nor gone.
 *
 * @returns the same where no event was moved.
 */
export function relocateSavedSearch(search: SavedSearch, moves: EventMoves): SavedSearch {
  const before = search.seen.events ?? []
  const after = relocateEvents(before, moves)
  if (after === before) return search
  const events = after.toSorted((one, other) => compareText(one.id, other.id))
  return { ...search, seen: { ...search.seen, events } }
}

/**
 * A claim whose evidence is on the moved events as they are now. An event may well be evidence
 * several times, by several annotations.
 *
 * @returns the same where no event was moved.
 */
export function relocateClaim(claim: Claim, moves: EventMoves): Claim {
  if (!claim.evidence.some(({ event }) => moves.has(event.id))) return claim
  const evidence = claim.evidence.map((piece) => {
    const event = relocateEvent(piece.event, moves)
    return event === piece.event ? piece : { ...piece, event }
  })
  return { ...claim, evidence }
}

/** Both sides of a change, so that undoing and redoing it keep to where the events are now. */
export function relocateChange(change: RecordChange, moves: EventMoves): RecordChange {
  const { kind, before, after } = change
  switch (kind) {
    case 'annotation': {
      const relocate = (one: Annotation | null) => one && relocateAnnotation(one, moves)
      return { ...change, before: relocate(before), after: relocate(after) }
    }
    case 'collection': {
      const relocate = (one: Collection | null) => one && relocateCollection(one, moves)
      return { ...change, before: relocate(before), after: relocate(after) }
    }
    case 'savedSearch': {
      const relocate = (one: SavedSearch | null) => one && relocateSavedSearch(one, moves)
      return { ...change, before: relocate(before), after: relocate(after) }
    }
    case 'claim': {
      const relocate = (one: Claim | null) => one && relocateClaim(one, moves)
      return { ...change, before: relocate(before), after: relocate(after) }
    }
    case 'tag':
      return change
  }
}

/** @returns the same list where none is replaced, else each in its place. */
function relocateEvents<Event extends EventMention>(events: Event[], moves: EventMoves): Event[] {
  if (!events.some(({ id }) => moves.has(id))) return events
  const taken = new Set(events.map(({ id }) => id))
  const relocated = events.map((event) => {
    const moved = relocateEvent(event, moves)
    if (moved === event || taken.has(moved.id)) return event
    taken.add(moved.id)
    return moved
  })
  return relocated.some((event, index) => event !== events[index]) ? relocated : events
}

function relocateEvent<Event extends EventMention>(event: Event, moves: EventMoves): Event {
  const to = moves.get(event.id)
  return to ? { ...event, id: to.id, date: to.date, title: to.title } : event
}
