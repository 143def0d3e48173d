const PLAIN: Record<string, string> = { é: 'e', ö: 'o', 傳: '传', 國: '国', 際: '际' }

/** A text without case, accents and traditional characters, as far as the tests use them. */
export function plain(text: string): string {
  return text.toLowerCase().replace(/[^ -~]/gu, (character) => PLAIN[character] ?? character)
}

/** Whether words stand in a row in a text, however they are written. */
export function hasWords(text: string, wanted: { value: string; isPrefix: boolean }): boolean {
  const words = wordsOf(plain(text))
  const row = wordsOf(plain(wanted.value))
  return words.some((_, at) =>
    row.every(({ word }, index) => {
      const found = words[at + index]?.word
      const isOpen = wanted.isPrefix && index === row.length - 1
      return isOpen ? found?.startsWith(word) : found === word
    }),
  )
}

/** Whether words stand in a text just as they are written. */
export function hasWordsExactly(text: string, wanted: string): boolean {
  const words = wordsOf(text)
  const row = wordsOf(wanted)
  return words.some((_, at) =>
    row.every(({ word, isGlued }, index) => {
      const found = words[at + index]
      return found?.word === word && (index === 0 || found.isGlued === isGlued)
    }),
  )
}

/** Every Chinese character is a word; it may be glued to the word before it. */
function wordsOf(text: string): { word: string; isGlued: boolean }[] {
  return [...text.matchAll(/[a-z0-9éö]+|[传国播际傳國際]/gi)].map((match) => ({
    word: match[0],
    isGlued: match.index > 0 && /[^ ,/.]/.test(text.charAt(match.index - 1)),
  }))
}
