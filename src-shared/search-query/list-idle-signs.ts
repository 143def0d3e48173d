import { findField, takesWords } from './query-fields.ts'
import type { IgnoredPart } from './query-tree.ts'
import type { TermToken } from './tokenize-query.ts'

/** The signs of a term that say nothing where they stand, or are missing. */
export function listIdleSigns(token: TermToken, query: string): IgnoredPart[] {
  const { field, value, valueStartUtf16, endUtf16, isExact, isPrefix, isPhrase, isOpen } = token
  const idle: IgnoredPart[] = []
  const add = (startUtf16: number, end: number, warning: string) => {
    idle.push({ text: query.slice(startUtf16, end), startUtf16, endUtf16: end, warning })
  }
  const name = field === null ? 'text' : findField(field)?.name
  if (isExact && name !== undefined && !takesWords(name)) {
    add(valueStartUtf16 - 1, valueStartUtf16, `“${name}:” is always exact; “=” was ignored.`)
  } else if (isExact && isPrefix) {
    const starsAt = isPhrase ? endUtf16 - 1 : valueStartUtf16 + value.length
    add(starsAt, endUtf16, 'What is exact has no other ending; “*” was ignored.')
  }
  if (isOpen) {
    const warning = 'The closing quote is missing; the phrase was read to the end.'
    add(valueStartUtf16, valueStartUtf16 + 1, warning)
  }
  return idle
}
