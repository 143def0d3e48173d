import type { DayEntry, ParsedDayPage } from '#shared/page.ts'
import type { EventDate } from '#shared/event.ts'
import { isIndexPath } from './archive-path.ts'
import { parseWrittenDate } from './page-date.ts'
import { type LinkLine, toPageTarget } from './page-links.ts'
import type { Block, PageOutline } from './page-outline.ts'
import { PageProblems } from './page-problem.ts'
import { joinParagraphs } from './plain-text.ts'

type Heading = Extract<Block, { kind: 'heading' }>

/** Read a page of the site's own format that lists the events of one day or of several. */
export function parseDayPage(outline: PageOutline, path: string): ParsedDayPage {
  const problems = new PageProblems(path)
  if (outline.isCut) problems.addTooComplex()
  const entries: DayEntry[] = []
  const dates = new Set<EventDate>()
  let topic: string | null = null
  let lines: string[] = []

  const endEntry = () => {
    const entry = entries.at(-1)
    if (entry) entry.summary ||= joinParagraphs(lines)
    lines = []
  }

  for (const block of outline.blocks) {
    if (block.kind === 'heading') {
      endEntry()
      const date = readDateHeading(block)
      if (date !== null) dates.add(date)
      if (isEntryHeading(block)) {
        entries.push(toEntry(block, topic, problems))
        topic = null
      } else {
        topic = isDateHeading(block) ? null : block.text || null
      }
    } else if (block.kind === 'text') lines.push(block.text)
    else if (block.kind === 'names') entries.at(-1)?.entities.push(...block.names)
  }
  endEntry()
  return {
    kind: 'day',
    date: dates.size === 1 ? problems.settleDate([...dates][0] ?? null) : null,
    entries,
    problems: problems.list,
  }
}

/** Whether a heading opens a day: it is a date, or a link to the page of a folder. */
export function isDateHeading(heading: Heading): boolean {
  return (
    (heading.line !== null && isIndexPath(targetOf(heading.line))) ||
    readDateHeading(heading) !== null
  )
}

/** Whether a heading is the headline of an event with a page of its own. */
export function isEntryHeading(heading: Heading): boolean {
  return heading.level > 1 && heading.line?.link.kind === 'page' && !isDateHeading(heading)
}

function targetOf({ link }: LinkLine): string {
  return link.target ?? toPageTarget(link.address)
}

/** The date a heading consists of. */
function readDateHeading(heading: Heading): EventDate {
  return heading.text.length <= 12 ? parseWrittenDate(heading.text) : null
}

function toEntry(heading: Heading, topic: string | null, problems: PageProblems): DayEntry {
  return {
    target: heading.line ? targetOf(heading.line) : '',
    title: problems.settleTitle(heading.text),
    topic,
    summary: '',
    entities: [],
  }
}
