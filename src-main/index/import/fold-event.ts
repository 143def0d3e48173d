import { foldText } from '../fold-text.ts'

/** What of an event can be searched for. */
export interface SearchableEvent {
  title: string
  topic: string | null
  summary: string
  body: string | null
  /** The words of its entities, folded. */
  entityWords: string
  sourceNames: string
  /** The words of the hosts of its sources, folded. */
  hostWords: string
}

/** Longer texts are searched in their beginning. */
const MAX_INDEXED_UNITS = 200_000

const NOT_ASCII = /[^\0-\x7F]/u

/** The columns of the text index: title, topic, summary, entities, sources. */
export function foldEvent(event: SearchableEvent): [string, string, string, string, string] {
  const { title, topic, summary, body, entityWords, sourceNames, hostWords } = event
  // The summary of a page in no format of ours is the beginning of its body.
  const text = body === null ? summary : `${summary}\n${body.slice(0, MAX_INDEXED_UNITS)}`
  return [
    toWords(title),
    toWords(topic ?? ''),
    toWords(text.slice(0, MAX_INDEXED_UNITS)),
    entityWords,
    `${toWords(sourceNames)} ${hostWords}`,
  ]
}

/** What the text index makes the words of {@link foldText} of: with ASCII it does the same itself. */
function toWords(text: string): string {
  return NOT_ASCII.test(text) ? foldText(text) : text
}
