import * as v from 'valibot'

/**
 * What the W3C Recommendation “Web Annotation Data Model” (23 February 2017) says that a document
 * MUST have, for the classes that are written here. Terms of others may stand beside them.
 */

const Iri = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/iu))

/** “expressed in the xsd:dateTime format”, “MUST use the UTC timezone expressed as Z”. */
const Moment = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/u))

const Motivation = v.picklist([
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
])

/** “A Textual Body MUST have exactly 1 value property.” */
const TextualBody = v.looseObject({
  type: v.literal('TextualBody'),
  value: v.string(),
  format: v.optional(v.pipe(v.string(), v.regex(/^[\w.+-]+\/[\w.+-]+$/u))),
  purpose: v.optional(Motivation),
})

/** “There MUST be exactly 1 exact property associated with the selector.” */
const TextQuoteSelector = v.looseObject({
  type: v.literal('TextQuoteSelector'),
  exact: v.string(),
  prefix: v.optional(v.string()),
  suffix: v.optional(v.string()),
})

/** “Each TextPositionSelector MUST have exactly 1 start property … non-negative integer.” */
const Position = v.pipe(v.number(), v.integer(), v.minValue(0))
const TextPositionSelector = v.pipe(
  v.looseObject({ type: v.literal('TextPositionSelector'), start: Position, end: Position }),
  v.check(({ start, end }) => start <= end),
)

/** “There MUST be exactly 1 sourceDate property”, or a start and an end. */
const TimeState = v.looseObject({ type: v.literal('TimeState'), sourceDate: Moment })

/** “There MUST be exactly 1 source property associated with a Specific Resource.” */
const SpecificResource = v.looseObject({
  type: v.literal('SpecificResource'),
  source: Iri,
  selector: v.optional(v.array(v.variant('type', [TextQuoteSelector, TextPositionSelector]))),
  state: v.optional(TimeState),
})

/** “An Annotation MUST have exactly 1 IRI that identifies it”, 1 or more targets. */
export const AnnotationDocument = v.looseObject({
  id: Iri,
  type: v.literal('Annotation'),
  motivation: Motivation,
  created: v.optional(Moment),
  modified: v.optional(Moment),
  body: v.optional(v.pipe(v.array(TextualBody), v.minLength(1))),
  target: SpecificResource,
})

/** “The Page MUST have exactly 1 IRI”, “an ordered list of Annotations”. */
const AnnotationPage = v.looseObject({
  id: Iri,
  type: v.literal('AnnotationPage'),
  startIndex: Position,
  items: v.array(AnnotationDocument),
})

/** “MUST have 1 or more @context values and http://www.w3.org/ns/anno.jsonld MUST be one of them.” */
export const CollectionDocument = v.looseObject({
  '@context': v.pipe(v.array(v.unknown()), v.includes('http://www.w3.org/ns/anno.jsonld')),
  id: Iri,
  type: v.literal('AnnotationCollection'),
  label: v.string(),
  total: Position,
  first: AnnotationPage,
})
