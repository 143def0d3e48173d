const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const CONTROL = /(?![\t\n])[\p{Cc}\p{Cs}]/gu

/**
 * Text as one line of Markdown that shows exactly this text, in the middle of a line: no markup,
 * link, tag, formula or reference arises from it. White space is collapsed.
 */
export function escapeLine(text: string): string {
  return escapeCharacters(plainLine(text))
}

/** Text as one plain line: white space collapsed, controls dropped. Not escaped. */
export function plainLine(text: string): string {
  return text.replace(LINE_BREAK, ' ').replace(CONTROL, '').replace(/\s+/g, ' ').trim()
}

/**
 * Text as paragraphs of Markdown that show exactly this text. Line breaks and empty lines stay;
 * white space at the ends of lines does not.
 */
export function escapeParagraphs(text: string): string {
  return text
    .replace(LINE_BREAK, '\n')
    .replace(CONTROL, '')
    .split('\n')
    .map((line) => escapeLineStart(escapeCharacters(line.trim())))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Text as a quotation, each line behind `>`. */
export function quoteParagraphs(text: string): string {
  return quoteMarkdown(escapeParagraphs(text))
}

function escapeCharacters(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]<~|$^{}@]/g, '\\$&')
      .replace(/&(?=#?\w+;)/g, '\\&')
      // Addresses would become links.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/www(?=\.)/gi, '$&\\')
      // Some readers see a link even behind an escaped bracket.
      .replace(/(?<=\])\(/g, '\\(')
      // Highlights and comments of Obsidian.
      .replace(/=(?==)|%(?=%)/g, '\\$&')
      // Tags, and the closing marks of a heading.
      .replace(/(?<=^|\s)#/g, '\\#')
      // A picture, where a reference follows.
      .replace(/!$/, '\\!')
  )
}

function escapeLineStart(line: string): string {
  return line.replace(/^[-+>=:]/, '\\$&').replace(/^(\d{1,9})(?=[.)](\s|$))/, '$1\\')
}

/** @returns Markdown as one block quote, its lines otherwise as they are. */
export function quoteMarkdown(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}
