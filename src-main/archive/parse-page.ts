import type { ParsedPage, UnreadPage } from '#shared/page.ts'
import { isIndexPath } from './archive-path.ts'
import { isDateHeading, isEntryHeading, parseDayPage } from './day-page.ts'
import { parseEventPage } from './event-page.ts'
import { parseFrontMatterPage } from './front-matter-page.ts'
import { splitFrontMatter } from './front-matter.ts'
import { parseMarkdownPage } from './markdown-page.ts'
import { type PageOutline, outlinePage } from './page-outline.ts'

/**
 * Read the text of a page. The format is recognised by its structure, not by its words. Never
 * throws, and takes time in proportion to the size of the text.
 *
 * @param text - With `\n` as line end.
 * @param path - Archive-relative, POSIX separators; may carry the date.
 */
export function parsePage(text: string, path: string): ParsedPage | UnreadPage {
  if (text.trim() === '') {
    return { kind: 'none', problems: [{ path, code: 'PAGE_EMPTY', message: 'It is empty.' }] }
  }
  const frontMatter = splitFrontMatter(text)
  if (frontMatter) return parseFrontMatterPage(frontMatter, path)
  const outline = outlinePage(text)
  switch (recogniseFormat(outline, path)) {
    case 'day':
      return parseDayPage(outline, path)
    case 'event':
      return parseEventPage(outline, path)
    case 'markdown':
      return parseMarkdownPage(text, path)
  }
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
