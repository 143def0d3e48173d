import type { EventId } from '#shared/event.ts'
import type { Annotation, Collection, EventMarks } from '#shared/notebook.ts'
import { compareText } from './compare-text.ts'

/** @returns what the notebook knows of every event that it has anything of. */
export function listMarks(
  annotations: readonly Annotation[],
  collections: readonly Collection[],
): Record<EventId, EventMarks> {
  const marks = new Map<EventId, EventMarks>()
  for (const [id, group] of Map.groupBy(annotations, ({ event }) => event.id)) {
    const inOrder = group.sort((one, other) => compareText(one.created, other.created))
    marks.set(id, {
      noteCount: group.filter(({ note }) => note.trim() !== '').length,
      tags: [...new Set(inOrder.flatMap(({ tags }) => tags))],
      collectionIds: [],
    })
  }
  for (const { id, entries } of collections) {
    for (const eventId of new Set(entries.map(({ event }) => event.id))) {
      const known = marks.get(eventId) ?? { noteCount: 0, tags: [], collectionIds: [] }
      known.collectionIds.push(id)
      marks.set(eventId, known)
    }
  }
  return Object.fromEntries(marks)
}
