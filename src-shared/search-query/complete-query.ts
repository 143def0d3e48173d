import { formatField, formatFieldName } from './format-field.ts'
import { type FieldName, findField } from './query-fields.ts'
import type { QuerySpan } from './query-tree.ts'
import { type QueryToken, type TermToken, cutTerm, tokenizeQuery } from './tokenize-query.ts'

/** What is being typed at a place of a query; its span is what a suggestion takes the place of. */
export interface Completion extends QuerySpan {
  /** `null` where a word is typed, or what may become the name of a field. */
  field: FieldName | null
  /** The value up to the caret, without quotes and escapes. */
  typed: string
  /** Whether it is excluded. */
  isNegative: boolean
  /** Whether an equals sign stands before it. */
  isExact: boolean
  /** Whether it stands in quotes. */
  isPhrase: boolean
}

/**
 * What is being typed where the caret stands: the whole term around it, with its signs, field and
 * quotes; in a phrase without its closing quote only up to the end of the caret's word. Between terms
 * an empty span.
 *
 * @returns `null` where nothing can be put in: at `OR` and `AND`, where the caret touches what it would
 *   run into, and beyond what is read of a query.
 */
export function findCompletion(query: string, caretUtf16: number): Completion | null {
  const { tokens, ignored } = tokenizeQuery(query)
  if (ignored.some(({ startUtf16 }) => caretUtf16 > startUtf16)) return null
  const around = tokens.findIndex((token) => isAround(token, caretUtf16))
  const kind = tokens[around]?.kind
  if (kind === 'or' || kind === 'and') return null
  if (kind === 'not' || kind === 'term') return completeTerm(query, caretUtf16, tokens, around)
  const isFree = /^(?:$|[\s()（）])/u.test(query.slice(caretUtf16))
  return isFree ? { ...NOTHING, startUtf16: caretUtf16, endUtf16: caretUtf16 } : null
}

/**
 * What to put in the place of a completion's span.
 *
 * @param value - What the field asks for; `null` writes only the field's name, for a value to be typed.
 */
export function formatSuggestion(
  completion: Completion,
  field: FieldName,
  value: string | null,
): string {
  const { isNegative } = completion
  const written =
    value === null ? formatFieldName(field, completion) : formatField(field, value, completion)
  return `${isNegative ? '-' : ''}${written}`
}

const NOTHING = { field: null, typed: '', isNegative: false, isExact: false, isPhrase: false }

function isAround({ startUtf16, endUtf16 }: QuerySpan, caretUtf16: number): boolean {
  return startUtf16 < caretUtf16 && caretUtf16 <= endUtf16
}

/** @param around - The token at the caret: the term, or a sign before it. */
function completeTerm(
  query: string,
  caretUtf16: number,
  tokens: QueryToken[],
  around: number,
): Completion | null {
  let last = around
  while (tokens[last]?.kind === 'not') last++
  let first = around
  while (tokens[first - 1]?.kind === 'not') first--
  const term = tokens[last]
  const start = tokens[first]
  if (term?.kind !== 'term' || !start) return null
  const previous = tokens[first - 1]
  const isGlued = previous?.kind === 'term' && previous.endUtf16 === start.startUtf16
  if (isGlued && !previous.isPhrase) return null

  // The last sign of a row is a term itself while nothing follows it.
  const isBareSign = query.slice(term.startUtf16, term.endUtf16) === '-'
  return {
    ...(isBareSign ? { field: null, typed: '' } : readUntil(query, caretUtf16, term)),
    isNegative: (last - first + Number(isBareSign)) % 2 === 1,
    isExact: term.isExact,
    isPhrase: term.isPhrase,
    startUtf16: start.startUtf16,
    endUtf16: isUnclosed(query, caretUtf16, tokens, term)
      ? findEndOfWord(query, caretUtf16)
      : term.endUtf16,
  }
}

function readUntil(query: string, caretUtf16: number, { startUtf16 }: TermToken) {
  if (caretUtf16 <= startUtf16) return { field: null, typed: '' }
  const { field, value } = cutTerm(query.slice(0, caretUtf16), startUtf16)
  if (field === null) return { field: null, typed: value }
  const known = findField(field)
  if (known === null) return { field: null, typed: query.slice(startUtf16, caretUtf16) }
  return { field: known.name, typed: value }
}

/**
 * Whether the phrase ends only because of what stood behind it before: at the end of the query, or at
 * the opening quote of the next phrase, so that the last quote of all is left without another.
 */
function isUnclosed(query: string, caretUtf16: number, tokens: QueryToken[], term: TermToken) {
  if (term.isOpen) return true
  const isBeforeBlank = /^\s/u.test(query.slice(caretUtf16))
  return (
    term.isPhrase && isBeforeBlank && tokens.some((token) => token.kind === 'term' && token.isOpen)
  )
}

function findEndOfWord(query: string, caretUtf16: number): number {
  return caretUtf16 + query.slice(caretUtf16).search(/[\s()（）]|$/u)
}
