import * as v from 'valibot'
import { EVENT_TEXT_PARTS } from '#shared/event-text.ts'
import { type Annotation, HIGHLIGHT_COLOURS, REVIEW_STATES } from '#shared/notebook.ts'
import { type JsonObject, isObject, read, readText, toList } from '../json-values.ts'
import { readAnnotationIri } from './annotation-iri.ts'
import { readBodies } from './read-bodies.ts'

const EventCopy = v.looseObject({
  id: v.pipe(v.string(), v.minLength(1)),
  date: v.nullable(v.string()),
  title: v.string(),
  text: v.string(),
})

const Place = v.object({
  startUtf16: v.number(),
  endUtf16: v.number(),
  textVersion: v.string(),
  pageHash: v.nullable(v.string()),
  part: v.exactOptional(v.picklist(EVENT_TEXT_PARTS)),
})

const OwnParts = v.object({
  event: EventCopy,
  formerEventIds: v.optional(v.array(v.string())),
  place: v.optional(Place),
  colour: v.optional(v.picklist(HIGHLIGHT_COLOURS)),
  state: v.picklist(REVIEW_STATES),
  wordings: v.optional(v.array(v.object({ note: v.string(), replaced: v.string() }))),
  times: v.object({ created: v.string(), modified: v.string() }),
})

/**
 * An annotation that Annals wrote, with all that the notebook kept of it.
 *
 * @returns `null` where another program wrote it, or changed it so that parts are missing.
 */
export function readOwn(item: JsonObject): Annotation | null {
  const [target] = toList(read(item, 'target')).filter(isObject)
  const id = readAnnotationIri(readText(item, 'id') ?? '')
  if (!target || id === null || id === '') return null
  const parts = v.safeParse(OwnParts, {
    event: read(target, 'annalsEvent'),
    formerEventIds: read(target, 'annalsFormerEvents'),
    place: read(target, 'annalsPlace'),
    colour: read(item, 'annalsColour'),
    state: read(item, 'annalsReviewState'),
    wordings: read(item, 'annalsWordings'),
    times: read(item, 'annalsTimes') ?? {
      created: read(item, 'created'),
      modified: read(item, 'modified'),
    },
  })
  if (!parts.success) return null
  const { event, formerEventIds, place, colour = null, state, wordings, times } = parts.output
  const quote = readQuote(target)
  if (Boolean(quote) !== Boolean(place)) return null
  const copyOf = readAnnotationIri(readText(item, 'annalsCopyOf') ?? '')
  return {
    id,
    ...times,
    event,
    ...readBodies(item),
    selector: quote && place ? { ...quote, ...place } : null,
    colour,
    state,
    ...(formerEventIds && { formerEventIds }),
    ...(wordings && { wordings }),
    ...(copyOf !== null && { copyOf }),
  }
}

function readQuote(target: JsonObject): { exact: string; prefix: string; suffix: string } | null {
  for (const selector of toList(read(target, 'selector')).filter(isObject)) {
    const exact = readText(selector, 'exact')
    const prefix = readText(selector, 'prefix') ?? ''
    const suffix = readText(selector, 'suffix') ?? ''
    if (exact !== null) return { exact, prefix, suffix }
  }
  return null
}
