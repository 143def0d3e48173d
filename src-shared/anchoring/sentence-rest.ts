/** Ends a sentence, with the quotes and brackets that close behind it. */
const SENTENCE_END = /(?:[.!?؟۔…]["'”’»)\]]*(?=\s|$)|[。！？；]["'”’」』）]*|\n)/gu

/** What stands of a sentence on one side of a quotation. */
export interface SentenceRest {
  words: string
  /** Whether the sentence begins (or ends) there; else it goes on beyond what is known. */
  isWhole: boolean
}

/** What stands of the sentence before a quotation. @param before - Ends where the quotation begins. */
export function restBefore(before: string): SentenceRest {
  let start = -1
  for (const { index, 0: sign } of before.matchAll(SENTENCE_END)) start = index + sign.length
  if (start < 0) return { words: before, isWhole: false }
  return { words: before.slice(start).trimStart(), isWhole: true }
}

/**
 * What stands of the sentence after a quotation.
 *
 * @param quote - It may end the sentence itself.
 * @param after - Begins where the quotation ends.
 */
export function restAfter(quote: string, after: string): SentenceRest {
  const isEnded = restBefore(quote).isWhole && restBefore(quote).words === ''
  if (isEnded) return { words: '', isWhole: true }
  for (const { index, 0: sign } of after.matchAll(SENTENCE_END)) {
    const end = index + sign.length
    return { words: after.slice(0, end).trimEnd(), isWhole: true }
  }
  return { words: after, isWhole: false }
}
