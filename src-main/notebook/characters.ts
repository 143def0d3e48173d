const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** @returns the characters of a text as a person counts them: no accent or emoji is taken apart. */
export function splitCharacters(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}
