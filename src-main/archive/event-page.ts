import type { ParsedEventPage, PageRelation, PageRevision } from '#shared/page.ts'
import { splitNames } from './name-list.ts'
import { parseWrittenDate } from './page-date.ts'
import { type WrittenLink, toPageTarget } from './page-links.ts'
import type { Block, PageOutline } from './page-outline.ts'
import { PlainItem } from './plain-item.ts'
import { PageProblems } from './page-problem.ts'
import { type SourceItem, collectSources } from './page-sources.ts'
import { titleFromPath } from './page-title.ts'
import { joinParagraphs } from './plain-text.ts'

type Item = Extract<Block, { kind: 'item' }>

const TIME_TAIL =
  /^(\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?)?\s*(?:[(（]([^()（）]*)[)）])?$/u

const TIME_TAIL_START = /^[\d(（]/u

/** Read a page of the site's own format that reports one event. */
export function parseEventPage(outline: PageOutline, path: string): ParsedEventPage {
  const problems = new PageProblems(path)
  if (outline.isCut) problems.addTooComplex()
  const { blocks } = outline
  const dateIndex = blocks.findIndex((block) => block.kind === 'heading')
  const titleIndex = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1)
  const dateBlock = blocks[dateIndex]
  const titleBlock = blocks[titleIndex]
  const title = titleBlock?.kind === 'heading' ? titleBlock.text : ''
  if (title === '') problems.add('PAGE_NO_HEADLINE', 'It has no headline; its name stands in.')
  const rest = blocks.slice((titleIndex < 0 ? dateIndex : titleIndex) + 1)
  const lists = readLists(rest, problems)
  return {
    kind: 'event',
    date: problems.settleDate(readDate(dateBlock)),
    title: problems.settleTitle(title || titleFromPath(path)),
    topic: readTopic(blocks.slice(dateIndex + 1, Math.max(titleIndex, dateIndex + 1))),
    summary: joinParagraphs(rest.map((block) => (block.kind === 'text' ? block.text : ''))),
    body: null,
    ...lists,
    entities: rest.flatMap((block) => (block.kind === 'names' ? block.names : [])),
    tags: [],
    problems: problems.list,
  }
}

function readDate(block: Block | undefined) {
  if (block?.kind !== 'heading') return null
  return parseWrittenDate(block.text)
}

function readTopic(blocks: readonly Block[]): string | null {
  const heading = blocks.findLast((block) => block.kind === 'heading')
  return heading?.text || null
}

/** Every list between two headings is one of sources, of relations or of revisions. */
function readLists(blocks: readonly Block[], problems: PageProblems) {
  const sources: ParsedEventPage['sources'] = []
  const relations: PageRelation[] = []
  const revisions: PageRevision[] = []
  for (const items of splitLists(blocks)) {
    const cited = items.filter((item) => !isPageItem(item))
    sources.push(...collectSources(cited.map(toSourceItem), problems))
    const linked = items.filter(isPageItem)
    const isRelated = linked.some(({ line }) => line.tail !== null && !isTimeTail(line.tail))
    const isTimed = linked.some(({ line }) => line.tail !== null && isTimeTail(line.tail))
    if (isTimed || (!isRelated && relations.length > 0)) revisions.push(...linked.map(toRevision))
    else relations.push(...linked.map(toRelation))
  }
  return { sources, relations, revisions }
}

function splitLists(blocks: readonly Block[]): Item[][] {
  const lists: Item[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'heading') lists.push([])
    else if (block.kind === 'item') lists.at(-1)?.push(block)
  }
  return lists
}

function isPageItem(item: Item): boolean {
  return item instanceof PlainItem || item.line.link.kind === 'page'
}

function isTimeTail(tail: string): boolean {
  return TIME_TAIL_START.test(tail) && TIME_TAIL.test(tail)
}

function toSourceItem({ number, line }: Item): SourceItem {
  return { number, link: line.link, second: line.second }
}

function toLink({ target, address, text }: WrittenLink) {
  return { target: target ?? toPageTarget(address), title: text }
}

function toRelation(item: Item): PageRelation {
  if (item instanceof PlainItem) return item
  const { line } = item
  const entities = line.tail === null || isTimeTail(line.tail) ? [] : splitNames(line.tail)
  return { ...toLink(line.link), entities }
}

function toRevision({ line }: Item): PageRevision {
  const match = TIME_TAIL.exec(line.tail ?? '')
  return { ...toLink(line.link), time: match?.[1] ?? null, label: match?.[2]?.trim() || null }
}
