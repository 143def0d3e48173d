import type { EventDate, EventDetail, EventId, Relation, Source } from '#shared/event.ts'
import type { MarkdownExportOptions } from '#shared/export.ts'
import type { Annotation, Collection } from '#shared/notebook.ts'
import { plainLine } from './escape-text.ts'

/** Everything an export is made of. */
export interface ExportInput {
  collection: Collection
  /** What the archive says of the collection's events; `null` or absent where it has them no more. */
  events: Map<EventId, EventDetail | null>
  /** Annotations of these events, in any order. */
  annotations: Annotation[]
  archiveName: string
}

/** One event of the collection with all that is exported of it. */
export interface ExportEntry {
  id: EventId
  date: EventDate
  /** Plain text on one line, never empty. */
  title: string
  topic: string | null
  /** Plain text, paragraphs separated by an empty line. */
  text: string
  /** Whether this is the notebook's copy, because the archive has the event no more. */
  isCopy: boolean
  /** Markdown. */
  remark: string
  /** Oldest first. */
  annotations: Annotation[]
  tags: string[]
  sources: Source[]
  /** Events of this collection, in its order, with the entities that tie them. */
  related: { id: EventId; entities: string[] }[]
  /** ISO 8601, UTC. */
  added: string
  updated: string
}

/** The entries to export, in the order asked for. */
export function gatherEntries(input: ExportInput, options: MarkdownExportOptions): ExportEntry[] {
  const { collection, events } = input
  const annotations = Map.groupBy(
    options.includeNotes ? input.annotations : [],
    ({ event }) => event.id,
  )
  const places = new Map(collection.entries.map(({ event }, index) => [event.id, index]))

  const entries = collection.entries.map(({ event: copy, remark, added }): ExportEntry => {
    const event = events.get(copy.id) ?? null
    const notes = (annotations.get(copy.id) ?? []).toSorted(byAge)
    const tags = [...notes.flatMap((note) => note.tags), ...(event?.pageTags ?? [])]
    return {
      id: copy.id,
      date: event ? event.date : copy.date,
      title: plainLine(event?.title ?? copy.title) || '(no headline)',
      topic: event?.topic ?? null,
      text: event?.summary ?? copy.text,
      isCopy: event === null,
      remark,
      annotations: notes,
      tags: [...new Set(tags)],
      sources: options.includeSources ? (event?.sources ?? []) : [],
      related: options.includeRelations && event ? relatedWithin(places, event) : [],
      added,
      updated: latest([added, ...notes.map(({ modified }) => modified)]),
    }
  })
  return options.order === 'date' ? entries.toSorted(byDate) : entries
}

/** The latest of some times in ISO 8601, UTC. */
export function latest(times: string[]): string {
  return times.reduce((newest, time) => (time > newest ? time : newest))
}

/** In both directions, each event once. */
function relatedWithin(places: Map<EventId, number>, event: EventDetail) {
  const entities = new Map<EventId, string[]>()
  const within = ({ id }: Relation) => id !== event.id && places.has(id)
  for (const relation of [...event.relations, ...event.backlinks].filter(within)) {
    entities.set(relation.id, [...(entities.get(relation.id) ?? []), ...relation.entities])
  }
  return [...entities]
    .toSorted(([a], [b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    .map(([id, names]) => ({ id, entities: [...new Set(names)] }))
}

function byAge(a: Annotation, b: Annotation): number {
  return compare(a.created, b.created) || compare(a.id, b.id)
}

/** Undated events come last; a year comes before its months. */
function byDate(a: ExportEntry, b: ExportEntry): number {
  return compare(a.date ?? '\uFFFF', b.date ?? '\uFFFF')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
