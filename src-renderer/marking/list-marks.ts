import type { AnchorPlace, AnchorStatus, AnnotationAnchor } from '#shared/anchor.ts'
import type { EventText } from '#shared/event-text.ts'
import type { Annotation } from '#shared/notebook.ts'
import { type PaintedMark, orderMarks } from './split-marks.ts'

/** An annotation that marks words, with where they stand. */
export interface StandingMark {
  annotation: Annotation
  status: AnchorStatus
  /** `null` where the words are not found. */
  place: Pick<AnchorPlace, 'startUtf16' | 'endUtf16' | 'text'> | null
  candidates: readonly AnchorPlace[]
}

/**
 * The annotations of an event that mark words, in the order of the text, those that stand nowhere
 * last.
 *
 * @param textVersion - Of the event's text now: a mark made on it stands where it was made, also
 *   before its anchor has been asked for.
 */
export function listMarks(
  annotations: readonly Annotation[],
  anchors: ReadonlyMap<string, AnnotationAnchor>,
  textVersion: string,
): StandingMark[] {
  const marks = annotations.flatMap((annotation): StandingMark[] => {
    const { id, selector } = annotation
    if (selector === null) return []
    const anchor = anchors.get(id)
    if (anchor) {
      const { status, place, candidates } = anchor
      return [{ annotation, status, place, candidates }]
    }
    if (selector.textVersion !== textVersion) return []
    const { startUtf16, endUtf16, exact: text } = selector
    return [{ annotation, status: 'exact', place: { startUtf16, endUtf16, text }, candidates: [] }]
  })
  const placed = marks.flatMap((mark) => (mark.place ? [{ ...mark.place, mark }] : []))
  const lost = marks.filter(({ place }) => place === null)
  return [...orderMarks(placed).map(({ mark }) => mark), ...lost]
}

/** @returns the marks that can be painted. */
export function paintable(marks: readonly StandingMark[]): PaintedMark[] {
  return marks.flatMap(({ annotation: { id, colour }, status, place }) =>
    place === null
      ? []
      : [
          {
            id,
            colour,
            isUnsure: status === 'unsure',
            startUtf16: place.startUtf16,
            endUtf16: place.endUtf16,
          },
        ],
  )
}

/** Whether a mark says no more than its colour does. */
export function isBare({ note, tags, state }: Annotation): boolean {
  return note.trim() === '' && tags.length === 0 && state === 'open'
}

/** How many of an event's relations have to be shown, from the first on, so that every mark on one is seen. */
export function countMarkedRelations(
  { parts }: EventText,
  marks: readonly Pick<StandingMark, 'place'>[],
): number {
  const relations = parts.filter(({ kind }) => kind === 'relation')
  const marked = relations.filter((part) =>
    marks.some(
      ({ place }) => place && place.startUtf16 < part.endUtf16 && part.startUtf16 < place.endUtf16,
    ),
  )
  return Math.max(0, ...marked.map(({ index }) => index + 1))
}
