/** The standard's own context; nobody has to fetch it to read a document. */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

const TERMS = 'annals:vocabulary#'

/**
 * What the standard has no words for. Values marked as JSON are kept as they are, in order, by
 * everything that understands JSON-LD 1.1.
 *
 * - `annalsEvent`: what the notebook keeps of the event: id, date, headline, text.
 * - `annalsFormerEvents`: ids it had before its page was moved, oldest first.
 * - `annalsSources`: web addresses that the event cites.
 * - `annalsPlace`: UTF-16 offsets into the event's text, the version of that text, the page's hash, the kind
 *   of part the words begin in.
 * - `annalsColour`, `annalsReviewState`: of the highlight, and how far the researcher is with it.
 * - `annalsWordings`: earlier wordings of the note, oldest first.
 * - `annalsCopyOf`: the annotation of which this is another version.
 * - `annalsTimes`: `created` and `modified` where they are no moments of the standard's form.
 */
export const OWN_CONTEXT = {
  '@version': 1.1,
  annalsEvent: { '@id': `${TERMS}event`, '@type': '@json' },
  annalsFormerEvents: { '@id': `${TERMS}formerEvents`, '@type': '@json' },
  annalsSources: { '@id': `${TERMS}source`, '@type': '@id', '@container': '@set' },
  annalsPlace: { '@id': `${TERMS}place`, '@type': '@json' },
  annalsColour: { '@id': `${TERMS}colour` },
  annalsReviewState: { '@id': `${TERMS}reviewState` },
  annalsWordings: { '@id': `${TERMS}wordings`, '@type': '@json' },
  annalsCopyOf: { '@id': `${TERMS}copyOf`, '@type': '@id' },
  annalsTimes: { '@id': `${TERMS}times`, '@type': '@json' },
} as const
