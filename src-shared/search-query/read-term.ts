import { findHasValue } from './has-values.ts'
import { findMarkTest } from './mark-values.ts'
import { parseDateRange, parsePartialDate } from './parse-date.ts'
import { findField, listValueHelp } from './query-fields.ts'
import type {
  DateTest,
  IgnoredPart,
  LeafNode,
  MarkTest,
  QuerySpan,
  SortPart,
  TermField,
} from './query-tree.ts'
import { findSort } from './sort-values.ts'
import type { TermToken } from './tokenize-query.ts'

const SEARCHABLE = /[\p{L}\p{N}\p{Co}]/u

const NO_LETTERS = 'There are no letters or digits to search for.'

/** What a term asks for, what order it names, or why it asks for nothing. */
export type TermReading =
  | { kind: 'leaf'; node: LeafNode }
  | { kind: 'sort'; sort: SortPart }
  | { kind: 'ignored'; part: IgnoredPart }

/** A warning, and what exactly it is about. */
interface Warning {
  warning: string
  warned: QuerySpan
}

/** Give a term its meaning. What cannot be meant is searched as text, with a warning. */
export function readTerm(token: TermToken, query: string): TermReading {
  const written = query.slice(token.startUtf16, token.endUtf16)
  if (token.field === null) return asTerm(token, 'text', written)

  const field = findField(token.field)
  if (field === null) return asText(token, written, written, warnOfField(token, written))
  if (token.value.trim() === '') {
    const lacking = `Nothing follows “${token.field}:”; it was `
    if (field.rule.reads === 'sort') return ignore(token, written, `${lacking}ignored.`)
    return asText(token, written, written, {
      warning: `${lacking}searched as text.`,
      warned: spanOf(token),
    })
  }
  switch (field.rule.reads) {
    case 'term':
      return asTerm(token, field.rule.field, written)
    case 'date':
      return asDate(token, parseDateRange(token.value), written)
    case 'before':
    case 'after': {
      const date = parsePartialDate(token.value)
      return asDate(token, date === null ? null : { kind: field.rule.reads, date }, written)
    }
    case 'has':
      return asHas(token, written)
    case 'colour':
    case 'is':
      return asMark(token, field.rule.reads, written)
    case 'sort':
      return asSort(token, written)
  }
}

function warnOfField(token: TermToken, written: string): Warning | null {
  const { field, value, startUtf16 } = token
  // A colon within running text, such as an address, is not meant as a field.
  if (field === null || value === '' || value.startsWith('//')) return null
  return {
    warning: `There is no field “${field}”; “${written}” was searched as text.`,
    warned: { startUtf16, endUtf16: startUtf16 + field.length + 1 },
  }
}

function asText(
  token: TermToken,
  value: string,
  written: string,
  warning: Warning | null,
): TermReading {
  return asTerm({ ...token, value, isExact: false }, 'text', written, warning)
}

function asTerm(
  token: TermToken,
  field: TermField,
  written: string,
  warning: Warning | null = null,
): TermReading {
  const { isPhrase, isExact } = token
  const value = field === 'tag' ? withoutHash(token.value) : token.value
  const needsWords = field === 'text' || field === 'title' || field === 'topic' || field === 'note'
  if (needsWords && !SEARCHABLE.test(value)) return ignore(token, written, NO_LETTERS)
  const isPrefix = token.isPrefix && !isExact
  const { warning: text, warned } = warning ?? { warning: null, warned: null }
  const words = { field, value, isPhrase, isPrefix, isExact }
  return {
    kind: 'leaf',
    node: { kind: 'term', ...words, warning: text, warned, ...spanOf(token) },
  }
}

/** Tags are kept without the hash that many write before them. */
function withoutHash(tag: string): string {
  const rest = tag.replace(/^[\s#]+/u, '')
  return rest === '' ? tag : rest
}

function asDate(token: TermToken, test: DateTest | null, written: string): TermReading {
  if (test !== null) {
    return { kind: 'leaf', node: { kind: 'date', test, warning: null, ...spanOf(token) } }
  }
  const warning = `“${token.value}” is no date (2008, 2008-06, 2008-06-06); it was searched as text.`
  return asText(token, token.value, written, { warning, warned: valueSpanOf(token) })
}

function asHas(token: TermToken, written: string): TermReading {
  const what = findHasValue(token.value)
  if (what !== null) {
    return { kind: 'leaf', node: { kind: 'has', what, warning: null, ...spanOf(token) } }
  }
  const warning = `“${token.value}” is nothing an event can have (${listValues('has')}); it was searched as text.`
  return asText(token, token.value, written, { warning, warned: valueSpanOf(token) })
}

const NO_MARK = {
  colour: 'is no colour of highlights',
  is: 'is nothing an annotation can be',
} as const

function asMark(token: TermToken, field: MarkTest['field'], written: string): TermReading {
  const test = findMarkTest(field, token.value)
  if (test !== null) {
    return { kind: 'leaf', node: { kind: 'mark', test, warning: null, ...spanOf(token) } }
  }
  const warning = `“${token.value}” ${NO_MARK[field]} (${listValues(field)}); it was searched as text.`
  return asText(token, token.value, written, { warning, warned: valueSpanOf(token) })
}

function asSort(token: TermToken, written: string): TermReading {
  const sort = findSort(token.value)
  if (sort !== null) return { kind: 'sort', sort: { sort, ...spanOf(token) } }
  return ignore(
    token,
    written,
    `“${token.value}” is no order (${listValues('sort')}); it was ignored.`,
  )
}

function listValues(field: 'has' | 'sort' | MarkTest['field']): string {
  return listValueHelp(field)
    .map(({ name }) => name)
    .join(', ')
}

function ignore(token: TermToken, text: string, warning: string): TermReading {
  return { kind: 'ignored', part: { text, warning, ...spanOf(token) } }
}

function spanOf({ startUtf16, endUtf16 }: QuerySpan): QuerySpan {
  return { startUtf16, endUtf16 }
}

function valueSpanOf({ valueStartUtf16, endUtf16 }: TermToken): QuerySpan {
  return { startUtf16: valueStartUtf16, endUtf16 }
}
