/** Where a word goes on from one character to the next; Chinese and Japanese have no such words. */
const JOINED = /[\p{L}\p{M}\p{N}\p{Pc}][\p{L}\p{M}\p{N}\p{Pc}]/u
/** Scripts that are written without spaces. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u
const DIGIT = /\p{N}/u
/** What stands within a number. */
const IN_NUMBER = /[.,:/'’٫٬]/u

/** Whether an offset stands within a word or a number: "2|010", "2,|010", "kil|led". */
export function isWithinWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const before = characterBefore(text, at)
  const after = characterAt(text, at)
  if (DIGIT.test(after) && DIGIT.test(before)) return true
  if (IN_NUMBER.test(before)) {
    return DIGIT.test(after) && DIGIT.test(characterBefore(text, at - before.length))
  }
  if (IN_NUMBER.test(after)) {
    return DIGIT.test(before) && DIGIT.test(characterAt(text, at + after.length))
  }
  return JOINED.test(before + after) && !SPACELESS.test(before) && !SPACELESS.test(after)
}

/** A span with the words whole that it cuts. */
export function wholeWords(text: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end]
  while (from > 0 && isWithinWord(text, from)) from -= characterBefore(text, from).length
  while (to < text.length && isWithinWord(text, to)) to += characterAt(text, to).length
  return [from, to]
}

function characterBefore(text: string, at: number): string {
  const isPair = at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff
  return text.slice(Math.max(0, at - (isPair ? 2 : 1)), at)
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}
