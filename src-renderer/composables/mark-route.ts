import type { RouteLocationRaw } from 'vue-router'
import type { EventId } from '#shared/event.ts'
import { type LibraryPlace, libraryAt } from './use-library-route.ts'

/** The address of an event with one of its marks active (`mark`: the annotation's id). */
export function markAt(place: LibraryPlace, eventId: EventId, markId: string): RouteLocationRaw {
  const library = libraryAt({ ...place, eventId })
  if (typeof library === 'string') return library
  return { ...library, query: { ...library.query, mark: markId } }
}
