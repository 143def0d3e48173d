import type { ParsedPage, UnreadPage } from '#shared/page.ts'
import { isIndexPath } from './archive-path.ts'
import { isDateHeading, isEntryHeading, parseDayPage } from './day-page.ts'
import { parseEventPage } from './event-page.ts'
import { parseFrontMatterPage } from './front-matter-page.ts'
import { splitFrontMatter } from './front-matter.ts'
import { parseMarkdownPage } from './markdown-page.ts'
import { type PageOutline, outlinePage } from './page-outline.ts'

const HYPHEN = 0x2d
const [SPACE, DELETE] = [0x20, 0x7f]
const BYTES_THAT_TELL = 64

/**
 * Read a page. The format is recognised by its structure, not by its words. Never
 * throws, and takes time in proportion to the size of the text.
 *
 * @param text - UTF-8 with `\n` as line end. Relations are places in them, so that they are not to
 *   be changed as long as the parsed page is used.
 * @param path - Archive-relative, POSIX separators; may carry the date.
 */
export function parsePage(text: Buffer, path: string): ParsedPage | UnreadPage {
  if (isEmpty(text)) {
    return { kind: 'none', problems: [{ path, code: 'PAGE_EMPTY', message: 'It is empty.' }] }
  }
  const frontMatter = text[0] === HYPHEN ? splitFrontMatter(text.toString()) : null
  if (frontMatter) return parseFrontMatterPage(frontMatter, path)
  const outline = outlinePage(text)
  switch (recogniseFormat(outline, path)) {
    case 'day':
      return parseDayPage(outline, path)
    case 'event':
      return parseEventPage(outline, path)
    case 'markdown':
      return parseMarkdownPage(text.toString(), path)
  }
}

/** Whether there is nothing but white space. Nearly every page has a letter among its first bytes. */
function isEmpty(text: Buffer): boolean {
  for (let at = 0; at < BYTES_THAT_TELL; at++) {
    const byte = text[at] ?? SPACE
    if (byte > SPACE && byte < DELETE) return false
  }
  return text.toString().trim() === ''
}

/**
 * In the site's own format a heading links to the day. A day page has headlines that are links
 * below it, an event page a headline that is none.
 */
function recogniseFormat({ blocks }: PageOutline, path: string): 'day' | 'event' | 'markdown' {
  const headings = blocks.filter((block) => block.kind === 'heading')
  const dateHeadings = headings.filter((heading) => heading.level > 1 && isDateHeading(heading))
  if (dateHeadings.length === 0) return 'markdown'
  if (headings.some(isEntryHeading)) return 'day'
  if (headings[0] !== dateHeadings[0]) return 'markdown'
  const hasHeadline = headings.some((heading) => heading.level === 1)
  if (!hasHeadline && isIndexPath(path)) return 'day'
  return hasHeadline || headings[0]?.line ? 'event' : 'markdown'
}
