import type { ParsedEventPage } from '#shared/page.ts'
import { excerptMarkdown } from './markdown-text.ts'
import { PageProblems } from './page-problem.ts'
import { titleFromPath } from './page-title.ts'
import { toPlainLine } from './plain-text.ts'

/** What is known of a page beside its Markdown; `null` and empty where it says nothing. */
export type PageFields = Omit<
  ParsedEventPage,
  'kind' | 'title' | 'summary' | 'body' | 'revisions' | 'problems'
> & {
  title: string | null
  summary: string | null
}

const NO_FIELDS: PageFields = {
  title: null,
  date: null,
  topic: null,
  summary: null,
  tags: [],
  entities: [],
  relations: [],
  sources: [],
}

/**
 * Read a page that is Markdown in no format of ours: its first heading is the title, else its
 * name; its path may carry the date.
 */
export function parseMarkdownPage(
  body: string,
  path: string,
  readFields: (problems: PageProblems) => PageFields = () => NO_FIELDS,
): ParsedEventPage {
  const problems = new PageProblems(path)
  const fields = readFields(problems)
  const heading = fields.title ?? findHeading(body)
  return {
    kind: 'event',
    ...fields,
    date: problems.settleDate(fields.date),
    title: problems.settleTitle(heading || titleFromPath(path)),
    summary: fields.summary ?? excerptMarkdown(body, heading ?? ''),
    body,
    revisions: [],
    problems: problems.list,
  }
}

const HEADING = /^ {0,3}#{1,6}[ \t]+(\S.*)$/u
const FENCE = /^ {0,3}(`{3,}|~{3,})/u
const UNDERLINE = /^ {0,3}=+[ \t]*$/u

/** The text of the first heading outside of code. */
function findHeading(body: string): string | null {
  let fence: string | null = null
  let previous = ''
  for (let start = 0; start <= body.length;) {
    const lineFeed = body.indexOf('\n', start)
    const end = lineFeed < 0 ? body.length : lineFeed
    const line = body.slice(start, end)
    start = end + 1
    const mark = FENCE.exec(line)?.[1]
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null
    } else if (mark !== undefined) fence = mark
    else {
      const text = HEADING.exec(line)?.[1] ?? (UNDERLINE.test(line) ? previous : '')
      const title = toPlainLine(text.replace(/\s#+\s*$/u, ''))
      if (title !== '') return title
    }
    previous = line
  }
  return null
}
