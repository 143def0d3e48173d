import type { ExchangeRefusal } from '#shared/exchange.ts'
import type { EventId } from '#shared/event.ts'
import type { Annotation, EventCopy, TextSelector } from '#shared/notebook.ts'
import type { ForeignAnnotation, IncomingAnnotation } from './exchange/incoming-annotation.ts'
import { settleAnnotation, titleOf } from './exchange/settle-annotation.ts'
import type { QueryClient } from './index/query-client.ts'
import { cleanTags } from './notebook/clean-tags.ts'
import type { Notebook } from './notebook/open-notebook.ts'

/** Incoming annotations as the notebook would keep them. */
export interface PlacedAnnotations {
  annotations: Annotation[]
  refused: ExchangeRefusal[]
  /** Those that the notebook has, as they are or newer. */
  same: number
}

interface PlaceOptions {
  notebook: Notebook
  query: QueryClient
  /** Ids of the events that cite each web address. */
  citing: ReadonlyMap<string, EventId[]>
  /** ISO 8601, UTC. */
  now: string
}

/** An annotation with the events it may be on, each with where its words stand there. */
interface Candidates {
  foreign: ForeignAnnotation
  places: { event: EventCopy; selector: TextSelector | null }[]
}

/** The events that cite what annotations from elsewhere are on, all looked for at once. */
export async function findCiting(
  incoming: readonly IncomingAnnotation[],
  query: QueryClient,
): Promise<ReadonlyMap<string, EventId[]>> {
  const addresses = new Set(
    incoming.flatMap((one) => (one.kind === 'foreign' ? one.addresses : [])),
  )
  if (addresses.size === 0) return new Map()
  const cited = await query.findEventsBySource([...addresses])
  return new Map([...addresses].map((address, index) => [address, cited[index] ?? []]))
}

/**
 * Find the events that annotations from elsewhere are on. Those of Annals bring a copy of theirs, so
 * that they are taken also where the archive does not have it.
 */
export async function placeAnnotations(
  incoming: readonly IncomingAnnotation[],
  options: PlaceOptions,
): Promise<PlacedAnnotations> {
  const annotations = incoming.flatMap((one) => (one.kind === 'own' ? [one.annotation] : []))
  const refused = incoming.flatMap((one) =>
    one.kind === 'refused' ? [{ title: one.title, reason: one.reason }] : [],
  )
  const foreign = incoming.filter((one) => one.kind === 'foreign')
  const known = options.notebook.peekAnnotations(foreign.map(({ id }) => id))
  const news = foreign.filter(({ id, modified }) => {
    const ours = known.get(id)
    return !ours || (modified !== null && modified > ours.modified)
  })
  for (const candidates of await findCandidates(news, options)) {
    const settled = settle(candidates, options.now)
    if ('reason' in settled) refused.push({ title: titleOf(candidates.foreign), ...settled })
    else annotations.push({ ...settled, tags: cleanTags(settled.tags) })
  }
  return { annotations, refused, same: foreign.length - news.length }
}

async function findCandidates(
  annotations: readonly ForeignAnnotation[],
  { query, citing }: PlaceOptions,
): Promise<Candidates[]> {
  const eventIds = annotations.map(({ eventIds: named, addresses }) => {
    return [...new Set([...named, ...addresses.flatMap((address) => citing.get(address) ?? [])])]
  })
  const copies = await copyEach([...new Set(eventIds.flat())], query)
  return await Promise.all(
    annotations.map(async (foreign, index) => {
      const events = (eventIds[index] ?? []).flatMap((id) => copies.get(id) ?? [])
      const distinct = [...new Map(events.map((event) => [event.id, event])).values()]
      return { foreign, places: await placeWords(foreign, distinct, query) }
    }),
  )
}

/** Copies by the id asked for, which may be written otherwise than the event's own. */
async function copyEach(
  ids: readonly EventId[],
  query: QueryClient,
): Promise<ReadonlyMap<EventId, EventCopy>> {
  const copies = await Promise.all(ids.map(async (id) => await query.copyEvents([id])))
  return new Map(ids.flatMap((id, index) => (copies[index] ?? []).map((copy) => [id, copy])))
}

async function placeWords(
  { quote }: ForeignAnnotation,
  events: readonly EventCopy[],
  query: QueryClient,
): Promise<Candidates['places']> {
  if (quote === null) return events.map((event) => ({ event, selector: null }))
  const selectors = await query.placeQuotes(events.map(({ id }) => ({ eventId: id, ...quote })))
  return events.map((event, index) => ({ event, selector: selectors[index] ?? null }))
}

/** @returns the annotation, or why it is refused. */
function settle(
  { foreign, places }: Candidates,
  now: string,
): Annotation | Pick<ExchangeRefusal, 'reason'> {
  const { note, tags, quote, addresses } = foreign
  if (note.trim() === '' && tags.length === 0 && quote === null) {
    return { reason: 'It has neither a note nor a tag nor marked words.' }
  }
  const withWords = places.filter(({ selector }) => selector !== null)
  const [place, ...others] = withWords.length === 1 ? withWords : places
  if (!place) {
    const where = addresses[0] ?? foreign.eventIds[0]
    return { reason: `No event of the archive cites it${where ? `: ${where}` : '.'}` }
  }
  if (others.length > 0) {
    const ids = [place, ...others].map(({ event }) => event.id)
    return { reason: `${ids.length} events may be meant: ${ids.slice(0, 5).join(', ')}` }
  }
  return settleAnnotation(foreign, { ...place, now })
}
