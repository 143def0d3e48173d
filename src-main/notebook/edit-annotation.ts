import { AnnalsError } from '#shared/errors.ts'
import type { Annotation, HighlightColour, ReviewState, TextSelector } from '#shared/notebook.ts'
import { cleanTags } from './clean-tags.ts'

/** What of an annotation can be changed; what is left out stays. */
export interface AnnotationChange {
  /** Markdown, kept byte for byte. */
  note?: string
  tags?: readonly string[]
  /** Where its words stand now; `null` makes it a note on the event that begins with them. */
  selector?: TextSelector | null
  colour?: HighlightColour | null
  state?: ReviewState
}

/**
 * An annotation with a change. Only marked words have a colour.
 *
 * @returns the same where nothing is another.
 */
export function editAnnotation(before: Annotation, change: AnnotationChange): Annotation {
  const { selector = before.selector, state = before.state } = change
  const note = change.note ?? before.note
  const tags = change.tags ? cleanTags(change.tags) : before.tags
  const colour = change.colour === undefined ? before.colour : change.colour
  const after = {
    ...before,
    note: selector === null && before.selector ? quoteBefore(before.selector.exact, note) : note,
    tags: isSameList(tags, before.tags) ? before.tags : tags,
    selector: isSameSelector(selector, before.selector) ? before.selector : selector,
    colour: selector === null ? null : colour,
    state,
  }
  const keys = Object.keys(after) as (keyof Annotation)[]
  return keys.every((key) => after[key] === before[key]) ? before : after
}

/** @throws ANNOTATION_EMPTY where there is neither a note nor a tag nor marked words */
export function requireContent(annotation: Annotation): void {
  if (isEmpty(annotation)) {
    throw new AnnalsError('ANNOTATION_EMPTY', 'There is neither a note nor a tag.')
  }
}

/** @returns whether there is neither a note nor a tag nor marked words. */
export function isEmpty({ note, tags, selector }: Annotation): boolean {
  return note.trim() === '' && tags.length === 0 && selector === null
}

/** The note as it begins with marked words, as a block quote of Markdown. */
function quoteBefore(words: string, note: string): string {
  const quote = words
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
  return note === '' ? quote : `${quote}\n\n${note}`
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}

function isSameSelector(one: TextSelector | null, other: TextSelector | null): boolean {
  if (one === null || other === null) return one === other
  const keys = Object.keys(one) as (keyof TextSelector)[]
  return keys.every((key) => one[key] === other[key])
}
