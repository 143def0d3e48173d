import {
  type Completion,
  findCompletion,
  formatSuggestion,
} from '#shared/search-query/complete-query.ts'
import { type FieldName, listFieldHelp, listValueHelp } from '#shared/search-query/query-fields.ts'
import type { SuggestRequest, Suggestion, Suggestions } from '#shared/search.ts'
import { readNames } from './name-list.ts'
import { pickNames } from './pick-names.ts'
import type { QueryContext } from './query-context.ts'
import { listCollections, listTags, readTopics } from './small-name-lists.ts'

/** Entities that are offered for a word that may be anything. */
const ENTITIES_FOR_WORD = 5

/** What could be written where the caret stands in a query. */
export function suggest(context: QueryContext, request: SuggestRequest): Suggestions {
  const completion = findCompletion(request.query, request.caretUtf16)
  if (completion === null) return suggestNothing(request)
  const { startUtf16, endUtf16, field } = completion
  const offers =
    field === null
      ? [...listFields(completion), ...listEntitiesForWord(context, completion)]
      : listValues(context, field, completion.typed, request.limit)
  const items = offers.slice(0, request.limit).map(({ field: offered, value, ...item }) => ({
    ...item,
    text: formatSuggestion(completion, offered, value),
  }))
  return { startUtf16, endUtf16, items }
}

/** Where nothing can be put in, or there is no index. */
export function suggestNothing({ caretUtf16 }: SuggestRequest): Suggestions {
  return { startUtf16: caretUtf16, endUtf16: caretUtf16, items: [] }
}

type Offer = Omit<Suggestion, 'text'> & {
  field: FieldName
  /** `null` offers the field alone. */
  value: string | null
}

function listFields({ typed, isExact, isPhrase }: Completion): Offer[] {
  if (isExact || isPhrase) return []
  return listFieldHelp()
    .filter(({ name }) => name.startsWith(typed.toLowerCase()))
    .map(({ name, detail }) => {
      return { kind: 'field', label: `${name}:`, detail, count: null, field: name, value: null }
    })
}

/** One letter says too little; a character of a script without word spaces is a word. */
const SAYS_SOMETHING = /[\p{L}\p{N}]{2}|[\p{scx=Han}\p{scx=Hang}\p{scx=Kana}\p{scx=Hira}]/u

function listEntitiesForWord(context: QueryContext, { typed }: Completion): Offer[] {
  if (!SAYS_SOMETHING.test(typed)) return []
  return listValues(context, 'entity', typed, ENTITIES_FOR_WORD)
}

function listValues(
  context: QueryContext,
  field: FieldName,
  typed: string,
  limit: number,
): Offer[] {
  const { index, notebook } = context
  const offer = (kind: Suggestion['kind'], list: Parameters<typeof pickNames>[0]) =>
    pickNames(list, typed, limit).map(({ name, count }): Offer => {
      return { kind, label: name, detail: null, count, field, value: name }
    })
  switch (field) {
    case 'entity':
      return offer('entity', readNames(index, 'entities'))
    case 'source':
      return offer('source', readNames(index, 'hosts'))
    case 'topic':
      return offer('topic', readTopics(index))
    case 'tag':
      return offer('tag', listTags(notebook))
    case 'in':
      return offer('collection', listCollections(notebook))
    case 'has':
    case 'colour':
    case 'is':
    case 'sort':
    case 'date':
      return listValueHelp(field)
        .filter(({ name }) => name.startsWith(typed.toLowerCase()))
        .map(({ name, detail }) => {
          return { kind: 'value', label: name, detail, count: null, field, value: name }
        })
    case 'title':
    case 'text':
    case 'note':
    case 'id':
    case 'before':
    case 'after':
      return []
  }
}
