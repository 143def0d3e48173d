import type { EventId } from '#shared/event.ts'
import {
  type Annotation,
  type Collection,
  type EventMarks,
  HIGHLIGHT_COLOURS,
  type HighlightColour,
} from '#shared/notebook.ts'
import { compareText } from './compare-text.ts'

/** What the notebook knows of each event that it has anything of. It is told of every change. */
export class Marks {
  readonly #annotationsOf: (eventId: EventId) => readonly Annotation[]
  readonly #collectionIds = new Map<EventId, readonly string[]>()
  #changed = new Set<EventId>()

  /** @param annotationsOf - The annotations of an event as they are now. */
  constructor(annotationsOf: (eventId: EventId) => readonly Annotation[]) {
    this.#annotationsOf = annotationsOf
  }

  /** Of those of some events that have any. */
  of(eventIds: readonly EventId[]): Record<EventId, EventMarks> {
    return Object.fromEntries(
      eventIds.flatMap((eventId) => {
        const marks = this.#markEvent(eventId)
        return marks ? [[eventId, marks]] : []
      }),
    )
  }

  /** Events whose annotations or marks have changed since this was last asked. */
  takeChanged(): ReadonlySet<EventId> {
    const eventIds = this.#changed
    this.#changed = new Set()
    return eventIds
  }

  /** An annotation is there, was changed or is gone. */
  followAnnotation(before: Annotation | null, after: Annotation | null): void {
    for (const annotation of [before, after]) {
      if (annotation) this.#changed.add(annotation.event.id)
    }
  }

  /** A collection is there, was changed or is gone. */
  followCollection(before: Collection | null, after: Collection | null): void {
    const gone = listEventIds(before)
    const here = listEventIds(after)
    for (const eventId of gone) if (!here.has(eventId)) this.#setMember(eventId, before, false)
    for (const eventId of here) if (!gone.has(eventId)) this.#setMember(eventId, after, true)
  }

  #setMember(eventId: EventId, collection: Collection | null, isMember: boolean): void {
    const others = (this.#collectionIds.get(eventId) ?? []).filter((id) => id !== collection?.id)
    const ids = collection && isMember ? [...others, collection.id] : others
    if (ids.length > 0) this.#collectionIds.set(eventId, ids)
    else this.#collectionIds.delete(eventId)
    this.#changed.add(eventId)
  }

  #markEvent(eventId: EventId): EventMarks | null {
    const annotations = this.#annotationsOf(eventId)
    const collectionIds = this.#collectionIds.get(eventId) ?? []
    if (annotations.length === 0 && collectionIds.length === 0) return null
    return {
      noteCount: annotations.filter(({ note }) => note.trim() !== '').length,
      colours: joinColours(annotations),
      tags: joinTags(annotations),
      collectionIds: [...collectionIds],
    }
  }
}

function joinColours(annotations: readonly Annotation[]): HighlightColour[] {
  return HIGHLIGHT_COLOURS.filter((colour) => annotations.some((one) => one.colour === colour))
}

/** @returns the tags of annotations without doubles, those of the oldest annotation first. */
function joinTags(annotations: readonly Annotation[]): string[] {
  const [first, ...others] = annotations
  // Nearly every event has one annotation, and there may be tens of thousands of them.
  if (others.length === 0) return [...(first?.tags ?? [])]
  const inOrder = annotations.toSorted((one, other) => compareText(one.created, other.created))
  return [...new Set(inOrder.flatMap(({ tags }) => tags))]
}

function listEventIds(collection: Collection | null): Set<EventId> {
  return new Set(collection?.entries.map(({ event }) => event.id))
}
