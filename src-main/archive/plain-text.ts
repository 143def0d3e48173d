import { decodeHTMLStrict } from 'entities'

/** What most lines do not hold: anything but ASCII, and what begins an HTML entity. */
const UNUSUAL = /[^ -%'-~]/u

/** One line of a page as text: HTML entities decoded, white space collapsed, NFC. Never HTML. */
export function toPlainLine(text: string): string {
  const trimmed = text.trim()
  // Two simple searches are much faster than one that looks for either.
  if (!UNUSUAL.test(trimmed) && !trimmed.includes('  ')) return trimmed
  const decoded = trimmed.includes('&') ? decodeHTMLStrict(trimmed) : trimmed
  return decoded.replace(/\s+/gu, ' ').trim().normalize('NFC')
}

/** Lines to paragraphs separated by an empty line; an empty line ends a paragraph. */
export function joinParagraphs(lines: readonly string[]): string {
  const paragraphs: string[] = []
  let isOpen = false
  for (const line of lines) {
    const text = toPlainLine(line)
    if (text === '') {
      isOpen = false
      continue
    }
    if (isOpen) paragraphs.push(`${paragraphs.pop() ?? ''} ${text}`)
    else paragraphs.push(text)
    isOpen = true
  }
  return paragraphs.join('\n\n')
}
