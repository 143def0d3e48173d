import { parseDateRange, parsePartialDate } from './parse-date.ts'
import { findField } from './query-fields.ts'
import type {
  DateNode,
  DateTest,
  IgnoredPart,
  QuerySpan,
  TermField,
  TermNode,
} from './query-tree.ts'
import type { TermToken } from './tokenize-query.ts'

const SEARCHABLE = /[\p{L}\p{N}\p{Co}]/u

const NO_LETTERS = 'There are no letters or digits to search for.'
const OPEN_PHRASE = 'The closing quote is missing; the phrase was read to the end.'

/** What a term asks for, or why it asks for nothing. */
export type TermReading = TermNode | DateNode | { kind: 'ignored'; part: IgnoredPart }

/** Give a term its meaning. What cannot be meant is searched as text, with a warning. */
export function readTerm(token: TermToken, query: string): TermReading {
  const written = query.slice(token.startUtf16, token.endUtf16)
  const openWarning = token.isOpen ? OPEN_PHRASE : null
  if (token.field === null) return asText(token, token.value, openWarning)

  const rule = findField(token.field)
  if (rule === null) return asText(token, written, warnOfField(token, written))
  if (token.value.trim() === '') {
    return asText(token, written, `Nothing follows “${token.field}:”; it was searched as text.`)
  }
  switch (rule.reads) {
    case 'term':
      return asField(token, rule.field, openWarning)
    case 'date':
      return asDate(token, parseDateRange(token.value))
    case 'before':
    case 'after': {
      const date = parsePartialDate(token.value)
      return asDate(token, date === null ? null : { kind: rule.reads, date })
    }
    case 'nothing':
      return asText(token, token.value, `${rule.warning}; the value was searched as text.`)
  }
}

function warnOfField(token: TermToken, written: string): string | null {
  // A colon within running text, such as an address, is not meant as a field.
  if (token.value === '' || token.value.startsWith('//')) return null
  return `There is no field “${token.field ?? ''}”; “${written}” was searched as text.`
}

function asText(token: TermToken, value: string, warning: string | null): TermReading {
  return asField({ ...token, value }, 'text', warning)
}

function asField(token: TermToken, field: TermField, warning: string | null): TermReading {
  const { value, isPhrase, isPrefix } = token
  const needsWords = field === 'text' || field === 'title' || field === 'topic'
  if (needsWords && !SEARCHABLE.test(value)) {
    const part = { ...spanOf(token), text: value, warning: NO_LETTERS }
    return { kind: 'ignored', part }
  }
  return { kind: 'term', field, value, isPhrase, isPrefix, warning, ...spanOf(token) }
}

function asDate(token: TermToken, test: DateTest | null): TermReading {
  if (test !== null) return { kind: 'date', test, warning: null, ...spanOf(token) }
  const warning = `“${token.value}” is no date (2008, 2008-06, 2008-06-06); it was searched as text.`
  return asText(token, token.value, warning)
}

function spanOf({ startUtf16, endUtf16 }: QuerySpan): QuerySpan {
  return { startUtf16, endUtf16 }
}
