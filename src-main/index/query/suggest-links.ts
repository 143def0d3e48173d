import type { LinkSuggestion } from '#shared/notebook-api.ts'
import { formatCollectionLink, formatEventLink } from '#shared/markdown/note-link.ts'
import { formatPhrase } from '#shared/search-query/format-field.ts'
import { foldName } from '../fold-text.ts'
import { readOrdinals } from './archive-ordinals.ts'
import { wordTest } from './find-names.ts'
import { findAnswer } from './find-answer.ts'
import { findRows } from './find-rows.ts'
import type { QueryContext } from './query-context.ts'

const MAX_EVENTS = 8
const MAX_COLLECTIONS = 4
/** Among the best so many, headlines that begin as typed come first. */
const MAX_WEIGHED = 50
const MAX_TYPED_UTF16 = 200

/** Events whose headlines have the words typed so far, and collections whose names do, best first. */
export function suggestLinks(context: QueryContext, text: string): LinkSuggestion[] {
  const typed = text.slice(0, MAX_TYPED_UTF16).trim()
  if (!/[\p{L}\p{N}]/u.test(typed)) return []
  return [...suggestCollections(context, typed), ...suggestEvents(context, typed)]
}

function suggestEvents(context: QueryContext, typed: string): LinkSuggestion[] {
  const { index } = context
  const words = typed.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const query = words.map((word, at) => {
    return `title:${formatPhrase(word)}${at === words.length - 1 ? '*' : ''}`
  })
  const answer = findAnswer(context, query.join(' '))
  const best = findRows(context, answer, 'relevance', false).list(0, MAX_WEIGHED)
  const ordinals = readOrdinals(index)
  const sql = 'SELECT key AS id, date, title FROM event WHERE id = ?'
  const events = Array.from(best).flatMap((ordinal) =>
    index.all<{ id: string; date: string | null; title: string }>(sql, ordinals.idOf(ordinal)),
  )
  return beginningFirst(events, typed, ({ title }) => title)
    .slice(0, MAX_EVENTS)
    .map(({ id, date, title }) => {
      return { kind: 'event', title, date, markdown: formatEventLink(title, id) }
    })
}

function suggestCollections({ notebook }: QueryContext, typed: string): LinkSuggestion[] {
  const hasWords = wordTest({ value: typed, isPrefix: true })
  const collections = [...notebook.collectionNames]
    .map(([id, name]) => ({ id, name }))
    .filter(({ name }) => hasWords(name))
  return beginningFirst(collections, typed, ({ name }) => name)
    .slice(0, MAX_COLLECTIONS)
    .map(({ id, name }) => {
      return {
        kind: 'collection',
        title: name,
        date: null,
        markdown: formatCollectionLink(name, id),
      }
    })
}

function beginningFirst<Item>(
  items: Item[],
  typed: string,
  nameOf: (item: Item) => string,
): Item[] {
  const wanted = foldName(typed)
  const begins = (item: Item) => foldName(nameOf(item)).startsWith(wanted)
  return items.toSorted((one, other) => Number(begins(other)) - Number(begins(one)))
}
