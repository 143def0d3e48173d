import { toPlainLine } from './plain-text.ts'

/** Before the colon of `Context: Japan, North Korea`. */
export const MAX_LABEL_UNITS = 40
const MAX_NAME_UNITS = 300
const MAX_REMEMBERED = 50_000

/** The same few names tie many events. */
const remembered = new Map<string, string[]>()

/**
 * The names of `Word: a, b`. What stands before the first colon is the word, in any language,
 * and is dropped. A comma within a name (`Washington, D.C.`) can not be told from one between.
 *
 * @returns a list that others share, not to be changed.
 */
export function splitNames(text: string): string[] {
  const known = remembered.get(text)
  if (known) return known
  // A part of a page's text would keep the whole text in memory.
  const own = Buffer.from(text, 'utf16le').toString('utf16le')
  const names = readNameList(own)
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  remembered.set(own, names)
  return names
}

function readNameList(text: string): string[] {
  const colon = text.slice(0, MAX_LABEL_UNITS).search(/[:：]/u)
  const names = text
    .slice(colon + 1)
    .split(/,\s|，/u)
    .map(toPlainLine)
    .filter((name) => name !== '' && name.length <= MAX_NAME_UNITS)
  return [...new Set(names)]
}
