import { splitCharacters } from './characters.ts'

/** No character that a person counts is longer than this many UTF-16 units but to do harm. */
const LONGEST_CHARACTER = 32

/** @returns one line of a text, with at most so many characters as a person counts them. */
export function shortenText(text: string, most: number): string {
  const line = text
    .slice(0, (most + 1) * LONGEST_CHARACTER)
    .replace(/\s+/gu, ' ')
    .trim()
  const characters = splitCharacters(line)
  if (characters.length <= most) return line
  return `${characters.slice(0, most).join('').trimEnd()}…`
}
