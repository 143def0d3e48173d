import { foldText } from '../fold-text.ts'

/** What of an event can be searched for. */
export interface SearchableEvent {
  title: string
  topic: string | null
  summary: string
  body: string | null
  /** Names of its entities. */
  entities: string[]
  /** Names and hosts of its sources. */
  sources: string[]
}

/** Longer texts are searched in their beginning. */
const MAX_INDEXED_UNITS = 200_000

/** The columns of the text index: title, topic, summary, entities, sources. */
export function foldEvent(event: SearchableEvent): [string, string, string, string, string] {
  const { title, topic, summary, body, entities, sources } = event
  // The summary of a page in no format of ours is the beginning of its body.
  const text = body === null ? summary : `${summary}\n${body.slice(0, MAX_INDEXED_UNITS)}`
  return [
    foldText(title),
    foldText(topic ?? ''),
    foldText(text.slice(0, MAX_INDEXED_UNITS)),
    foldText(entities.join('\n')),
    foldText(sources.join('\n')),
  ]
}
