import type { Annotation } from '#shared/notebook.ts'
import { foldText } from './fold-text.ts'

export type NoteOrder = 'modified' | 'event-newest' | 'event-oldest'

/** Which notes to list, and how. */
export interface NoteFilter {
  /** Words, all of which have to stand in the note, its tags or the event's headline. */
  text: string
  /** `null` takes every tag. */
  tag: string | null
  order: NoteOrder
}

function hasWords(annotation: Annotation, words: string[]): boolean {
  const { note, tags, event } = annotation
  const text = foldText([note, event.title, ...tags].join('\n'))
  return words.every((word) => text.includes(word))
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

/** Undated events come last in either direction. */
function compareDates(one: Annotation, other: Annotation, direction: 1 | -1): number {
  const first = one.event.date
  const second = other.event.date
  if (first === null || second === null) return Number(first === null) - Number(second === null)
  return direction * compareText(first, second)
}

/** @returns the annotations that match, in the order asked for; case and accents do not matter. */
export function filterNotes(annotations: readonly Annotation[], filter: NoteFilter): Annotation[] {
  const words = foldText(filter.text).split(/\s+/).filter(Boolean)
  const found = annotations.filter(
    (annotation) =>
      (filter.tag === null || annotation.tags.includes(filter.tag)) && hasWords(annotation, words),
  )
  const newestFirst = (one: Annotation, other: Annotation) =>
    compareText(other.modified, one.modified)
  if (filter.order === 'modified') return found.sort(newestFirst)
  const direction = filter.order === 'event-oldest' ? 1 : -1
  return found.sort((one, other) => compareDates(one, other, direction) || newestFirst(one, other))
}
