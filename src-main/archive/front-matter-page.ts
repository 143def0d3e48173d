import type { EventDate, Source } from '#shared/event.ts'
import type { ParsedEventPage, PageRelation } from '#shared/page.ts'
import type { FrontMatter } from './front-matter.ts'
import { parseMarkdownPage } from './markdown-page.ts'
import { parseWrittenDate } from './page-date.ts'
import { classifyAddress, parseLinkLine, toPageTarget } from './page-links.ts'
import type { PageProblems } from './page-problem.ts'
import { collectSources } from './page-sources.ts'
import { toPlainLine } from './plain-text.ts'

/** What begins with a scheme and has no spaces. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\S+$/iu
const WIKI_LINK = /^\[\[([^\]|#]{1,1000})(?:[^\]]{0,1000})\]\]$/u

/** Read a page with YAML front matter, which may say everything its text does not. */
export function parseFrontMatterPage(frontMatter: FrontMatter, path: string): ParsedEventPage {
  const { fields } = frontMatter
  return parseMarkdownPage(frontMatter.body, path, (problems) => {
    if (frontMatter.isDamaged) {
      problems.add('PAGE_FRONT_MATTER', 'Its front matter is not valid YAML; the text was read.')
    }
    return {
      title: readText(fields.get('title')),
      date: readDate(fields.get('date')),
      topic: readText(fields.get('topic')),
      summary: readText(fields.get('summary') ?? fields.get('description')),
      tags: readNames(fields.get('tags') ?? fields.get('tag'), /[,\s]+/u).map(dropHash),
      entities: readNames(fields.get('entities'), /,\s*/u),
      relations: toList(fields.get('related')).flatMap(readRelation),
      sources: readSources(fields, problems),
    }
  })
}

function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? toPlainLine(value) || null : null
}

function readDate(value: unknown): EventDate {
  const text = readText(value)
  return text === null ? null : parseWrittenDate(text)
}

function toList(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** A list of names, or one string of them. */
function readNames(value: unknown, separator: RegExp): string[] {
  const parts: unknown[] = typeof value === 'string' ? value.split(separator) : toList(value)
  return [...new Set(parts.map(readText).filter((name) => name !== null))]
}

function dropHash(tag: string): string {
  return tag.replace(/^#+/u, '') || tag
}

function pick(value: unknown, ...keys: string[]): string | null {
  if (typeof value !== 'object' || value === null) return null
  const fields = new Map<string, unknown>(Object.entries(value))
  return keys.map((key) => readText(fields.get(key))).find((text) => text !== null) ?? null
}

function readSources(fields: Map<string, unknown>, problems: PageProblems): Source[] {
  const values = [...toList(fields.get('sources')), ...toList(fields.get('source'))]
  return values.flatMap((value) => readSource(value, problems))
}

/** An address, a Markdown link, an object with an address, or only a name. */
function readSource(value: unknown, problems: PageProblems): Source[] {
  const text = readText(value)
  const name = pick(value, 'name', 'title')
  const address = pick(value, 'url', 'link', 'href') ?? (ADDRESS.test(text ?? '') ? text : null)
  const link =
    address === null
      ? (parseLinkLine(text ?? '')?.link ?? null)
      : { text: name ?? '', address, kind: classifyAddress(address), target: null }
  if (link) return collectSources([{ number: null, link, second: null }], problems)
  const outlet = name ?? text
  return outlet === null ? [] : [{ name: outlet, url: null, image: null }]
}

/** A path, a wiki link, or an object with one; a bare title leads nowhere. */
function readRelation(value: unknown): PageRelation[] {
  const text = pick(value, 'path', 'url', 'link', 'href') ?? readText(value)
  if (text === null) return []
  const address = WIKI_LINK.exec(text)?.[1] ?? text
  const isPath =
    address !== text || classifyAddress(address) === 'page' || /^[^\s:]+\/\S+$/u.test(text)
  if (!isPath) return []
  const target = toPageTarget(address)
  return [{ target, title: pick(value, 'title', 'name') ?? target, entities: [] }]
}
