import { excerptAround } from './excerpt-around.ts'
import { markdownParser } from './markdown-parser.ts'

/** A link to a page of the archive, as a text holds it. */
export interface FoundLink {
  /** As written, without the brackets and escapes of Markdown. */
  href: string
  /** Plain text around the link. */
  excerpt: string
}

const BRACKETED = /^<(?<inside>.*)>$/su
const ESCAPED = /\\(?<sign>[!-/:-@[-`{-~])/gu
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/iu

/** @returns whether a text may hold a link that has a target of its own. */
export function mayHoldLinks(text: string): boolean {
  return text.includes('](') || text.includes(']:')
}

/**
 * The links of a Markdown text that lead into the archive, in their order. A long text is parsed step
 * by step, so that whoever asks may pause.
 */
export function* findLinks(text: string): Generator<undefined, FoundLink[]> {
  const parse = markdownParser.startParse(text)
  let tree = parse.advance()
  for (; tree === null; tree = parse.advance()) yield
  const links: FoundLink[] = []
  const cursor = tree.cursor()
  do {
    yield
    if (cursor.name !== 'URL') continue
    const parent = cursor.node.parent
    if (parent?.name !== 'Link' && parent?.name !== 'LinkReference') continue
    const href = readTarget(text.slice(cursor.from, cursor.to))
    if (ELSEWHERE.test(href)) continue
    links.push({ href, excerpt: excerptAround(text, parent) })
  } while (cursor.next())
  return links
}

function readTarget(written: string): string {
  const inside = BRACKETED.exec(written)?.groups?.['inside'] ?? written
  return inside.replace(ESCAPED, '$<sign>')
}
