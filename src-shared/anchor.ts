/**
 * How a mark stands on the text of its event as it is now.
 *
 * - `exact`: on the very words, where they were.
 * - `moved`: on the very words, at another place that no other rivals.
 * - `unsure`: on words that were changed; the researcher is asked to confirm.
 * - `orphan`: on nothing; no place is good enough, or several are as good.
 */
export const ANCHOR_STATUSES = ['exact', 'moved', 'unsure', 'orphan'] as const
export type AnchorStatus = (typeof ANCHOR_STATUSES)[number]

/** A place in the text of an event. */
export interface AnchorPlace {
  /** UTF-16 offsets into the event's text (`event-text.ts`). */
  startUtf16: number
  endUtf16: number
  /** What stands there. */
  text: string
  /** How well it fits, 0 to 1. */
  score: number
}

/** Where a mark stands now. */
export interface Anchor {
  status: AnchorStatus
  /** `null` for an orphan. */
  place: AnchorPlace | null
  /** Places to choose from where the status is `unsure` or `orphan`, best first; else empty. */
  candidates: AnchorPlace[]
}

/** Where the mark of an annotation stands now. */
export interface AnnotationAnchor extends Anchor {
  annotationId: string
}
