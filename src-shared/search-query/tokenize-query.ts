import type { IgnoredPart, QuerySpan } from './query-tree.ts'

/** What is typed beyond these bounds is not searched. */
const MAX_LENGTH_UTF16 = 4000
const MAX_TOKENS = 256

/** A word or a quoted phrase, perhaps after a field's name and a colon. */
export interface TermToken extends QuerySpan {
  kind: 'term'
  /** As typed, or `null`. */
  field: string | null
  /** Where the word begins, or the quote of the phrase. */
  valueStartUtf16: number
  value: string
  isPhrase: boolean
  isPrefix: boolean
  /** Whether an equals sign stands before the value. */
  isExact: boolean
  /** Whether a phrase lacks its closing quote. */
  isOpen: boolean
}

interface SignToken extends QuerySpan {
  kind: 'open' | 'close' | 'or' | 'and' | 'not'
}

export type QueryToken = TermToken | SignToken

const SIGN =
  /(?<open>[(（])|(?<close>[)）])|(?<not>-(?=[^\s]))|(?<or>OR(?![^\s()（）]))|(?<and>AND(?![^\s()（）]))/uy
const FIELD = /([A-Za-z]+)[:：]/uy
const EXACT = /[=＝]/uy
const PHRASE = /"((?:\\["\\]|[^"])*)("?)(\*?)|“([^”]*)(”?)(\*?)/uy
const WORD = /[^\s"“()（）]+/uy
const STARS = /(?<!\*)\*+$/u
const BLANK = /\s*/uy

/** Cut a query into signs and terms. @returns what was beyond the bounds as `ignored`. */
export function tokenizeQuery(query: string): { tokens: QueryToken[]; ignored: IgnoredPart[] } {
  const end = boundOf(query)
  const text = query.slice(0, end)
  const tokens: QueryToken[] = []
  let at = skip(text, 0)
  while (at < text.length && tokens.length < MAX_TOKENS) {
    const token = cutSign(text, at) ?? cutTerm(text, at)
    tokens.push(token)
    at = skip(text, token.endUtf16)
  }
  return { tokens, ignored: at < query.length ? readRest(query, at) : [] }
}

/** The term that begins there, where no sign does. */
export function cutTerm(text: string, startUtf16: number): TermToken {
  const field = match(FIELD, text, startUtf16)
  const exactAt = startUtf16 + (field?.[0].length ?? 0)
  const isExact = match(EXACT, text, exactAt) !== null
  const valueStartUtf16 = isExact ? exactAt + 1 : exactAt
  const name = field?.[1] ?? null
  const rest = { kind: 'term', field: name, startUtf16, valueStartUtf16, isExact } as const

  const phrase = match(PHRASE, text, valueStartUtf16)
  if (phrase) {
    const [whole, straight, straightEnd, straightStar, curly = '', curlyEnd, curlyStar] = phrase
    return {
      ...rest,
      value: straight === undefined ? curly : straight.replace(/\\(["\\])/g, '$1'),
      isPhrase: true,
      isPrefix: (straightStar ?? curlyStar) === '*',
      isOpen: (straightEnd ?? curlyEnd) === '',
      endUtf16: valueStartUtf16 + whole.length,
    }
  }
  const word = match(WORD, text, valueStartUtf16)?.[0] ?? ''
  const value = word.replace(STARS, '')
  return {
    ...rest,
    value,
    isPhrase: false,
    isPrefix: value !== word,
    isOpen: false,
    endUtf16: valueStartUtf16 + word.length,
  }
}

function cutSign(text: string, at: number): SignToken | null {
  const found = match(SIGN, text, at)
  if (!found?.groups) return null
  const { groups } = found
  const kind = (['open', 'close', 'not', 'or', 'and'] as const).find((name) => groups[name])
  return kind ? { kind, startUtf16: at, endUtf16: at + found[0].length } : null
}

function boundOf(query: string): number {
  if (query.length <= MAX_LENGTH_UTF16) return query.length
  const isPairCut = (query.codePointAt(MAX_LENGTH_UTF16 - 1) ?? 0) > 0xffff
  return isPairCut ? MAX_LENGTH_UTF16 - 1 : MAX_LENGTH_UTF16
}

function readRest(query: string, startUtf16: number): IgnoredPart[] {
  const text = query.slice(startUtf16)
  if (text.trim() === '') return []
  const warning = 'The query is too long; the rest of it is not searched.'
  return [{ text, startUtf16, endUtf16: query.length, warning }]
}

function skip(text: string, at: number): number {
  return at + (match(BLANK, text, at)?.[0].length ?? 0)
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
