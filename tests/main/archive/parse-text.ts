import type { ParsedPage, UnreadPage } from '#shared/page.ts'
import { parsePage as parseBytes } from '../../../src-main/archive/parse-page.ts'

/** Parse a text as the bytes of a page. Relations are read to their end, whatever they are places in. */
export function parsePage(text: string, path: string): ParsedPage | UnreadPage {
  const page = parseBytes(Buffer.from(text), path)
  if (page.kind !== 'event') return page
  const relations = page.relations.map(({ target, title, entities }) => ({
    target,
    title,
    entities,
  }))
  return { ...page, relations }
}
