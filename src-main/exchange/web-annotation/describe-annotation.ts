import type { Annotation } from '#shared/notebook.ts'
import { annotationIri, eventIri } from './annotation-iri.ts'

/** What the index adds to an annotation that is written for others. */
export interface AnnotationSurroundings {
  /** Web addresses that its event cites. */
  sources: readonly string[]
  /**
   * Where the marked words stand in the event's text, in Unicode code points as the standard counts;
   * `null` where no words are marked or the text is no longer the one they were marked in.
   */
  position: { start: number; end: number } | null
}

/** The form of xsd:dateTime that the standard asks for. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/

/** An annotation as an object of the W3C Web Annotation model (JSON-LD), without its context. */
export function describeAnnotation(
  annotation: Annotation,
  surroundings: AnnotationSurroundings,
): object {
  const { id, created, modified, colour, state, wordings, copyOf } = annotation
  const body = describeBodies(annotation)
  const areTimesPlain = MOMENT.test(created) && MOMENT.test(modified)
  return {
    id: annotationIri(id),
    type: 'Annotation',
    motivation: chooseMotivation(annotation),
    ...(areTimesPlain ? { created, modified } : { annalsTimes: { created, modified } }),
    ...(body.length > 0 && { body }),
    target: describeTarget(annotation, surroundings),
    annalsReviewState: state,
    ...(colour !== null && { annalsColour: colour }),
    ...(wordings && { annalsWordings: wordings }),
    ...(copyOf !== undefined && { annalsCopyOf: annotationIri(copyOf) }),
  }
}

function chooseMotivation({ note, tags, selector }: Annotation): string {
  if (note !== '') return 'commenting'
  if (selector !== null) return 'highlighting'
  return tags.length > 0 ? 'tagging' : 'bookmarking'
}

function describeBodies({ note, tags }: Annotation): object[] {
  const comment = { format: 'text/markdown', purpose: 'commenting' }
  const label = { format: 'text/plain', purpose: 'tagging' }
  return [
    ...(note === '' ? [] : [{ type: 'TextualBody', value: note, ...comment }]),
    ...tags.map((tag) => ({ type: 'TextualBody', value: tag, ...label })),
  ]
}

function describeTarget(annotation: Annotation, { sources, position }: AnnotationSurroundings) {
  const { event, formerEventIds, selector, created } = annotation
  const { id, date, title, text, ...more } = event
  return {
    type: 'SpecificResource',
    source: eventIri(id),
    ...(selector && { selector: describeSelectors(selector, position) }),
    // When the words were marked is the last moment at which the page is known to have had them.
    ...(MOMENT.test(created) && { state: { type: 'TimeState', sourceDate: created } }),
    annalsEvent: { id, date, title, text, ...more },
    ...(formerEventIds && { annalsFormerEvents: formerEventIds }),
    ...(sources.length > 0 && { annalsSources: sources }),
    ...(selector && { annalsPlace: describePlace(selector) }),
  }
}

function describeSelectors(
  { exact, prefix, suffix }: NonNullable<Annotation['selector']>,
  position: AnnotationSurroundings['position'],
): object[] {
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    ...(position ? [{ type: 'TextPositionSelector', ...position }] : []),
  ]
}

function describePlace(selector: NonNullable<Annotation['selector']>): object {
  const { startUtf16, endUtf16, textVersion, pageHash, part } = selector
  return { startUtf16, endUtf16, textVersion, pageHash, ...(part && { part }) }
}
