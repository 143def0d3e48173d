import { type Command, InvalidArgumentError, Option } from 'commander'
import type { EventHit } from '#shared/event.ts'
import {
  type AnswerShape,
  SEARCH_SORTS,
  type SearchAnswer,
  type SearchSort,
} from '#shared/search.ts'
import { formatEventRow, formatSnippet } from '../format-event.ts'
import { formatCount } from '../format-rows.ts'
import { formatShape } from '../format-shape.ts'
import type { Paint } from '../paint.ts'
import { formatDuration } from '../progress-line.ts'
import type { Perform } from '../run-cli.ts'
import { cleanLine } from '../terminal-text.ts'

const EXAMPLES = `
Words are all looked for; OR, -without, "a phrase", begin*, ="exactly", ( ), and the fields title:
topic: entity: source: date: before: after: id: narrow it down, as do note: tag: in: has: colour: is: for
what you made of the events; sort: sets the order. Put the query in single quotes.

Examples:
  annals search ~/archive '"fuel aid" entity:"North Korea"'
  annals search ~/archive 'ceasefire OR truce date:2008-06' --sort relevance --limit 5
  annals search ~/archive 'has:note -in:Ceasefires after:2008'
  annals search ~/archive 'ceasefire' --shape                    when, who, where from
  annals search ~/archive '' --limit 10                          the latest events`

const MAX_LIMIT = 500
/** Names per kind under `--shape`. */
const SHAPE_NAMES = 12

interface SearchOptions {
  limit: number
  offset: number
  sort: SearchSort
  fold?: true
  shape?: true
}

/** `annals search <folder> <query>` */
export function addSearchCommand(program: Command, perform: Perform): void {
  program
    .command('search')
    .description('find events')
    .argument('<folder>', 'the archive')
    .argument('<query...>', 'what to find; several arguments are taken as one query')
    .option('--limit <n>', `how many events to print, 1–${MAX_LIMIT}`, parseLimit, 20)
    .option('--offset <n>', 'how many to leave out before', parseCount, 0)
    .addOption(
      new Option('--sort <order>', 'date: latest first').choices(SEARCH_SORTS).default('date'),
    )
    .option('--fold', 'print one row for events that report the same')
    .option('--shape', 'also count the events over time, by entity, source, topic and tag')
    .addHelpText('after', EXAMPLES)
    .action((folder: string, words: string[], options: SearchOptions) =>
      perform(folder, async ({ workspace, ensureImported }) => {
        await ensureImported()
        const { limit, offset, sort, fold = false } = options
        const query = words.join(' ')
        const answer = await workspace.query.search({ query, limit, offset, sort, isFolded: fold })
        const shape = options.shape
          ? await workspace.query.shapeAnswer({ query, limit: SHAPE_NAMES })
          : null
        return {
          value: { ...answerFields(answer), ...(shape && shapeFields(shape)) },
          text: (paint) =>
            [formatAnswer(answer, offset, paint), ...(shape ? formatShape(shape, paint) : [])].join(
              '\n',
            ),
        }
      }),
    )
}

function answerFields({ hits, durationMs, ...answer }: SearchAnswer) {
  const { query, sort, interpreted, total, events } = answer
  const rows = hits.map(({ id, date, title, topic, snippet, copies }) => {
    return { id, date, title, topic, snippet: snippet?.text ?? null, copies }
  })
  return {
    query,
    sort,
    interpreted,
    total,
    events,
    hits: rows,
    durationMs: Math.round(durationMs * 10) / 10,
  }
}

function shapeFields({ histogram, facets }: AnswerShape) {
  return { histogram, facets }
}

function formatAnswer(answer: SearchAnswer, offset: number, paint: Paint): string {
  const { hits, total, interpreted, durationMs } = answer
  const found =
    total === 0
      ? 'No event found'
      : hits.length === 0
        ? `Nothing after ${formatCount(total, 'event')}`
        : `${offset + 1}–${offset + hits.length} of ${formatCount(total, 'event')}`
  const read = interpreted === '' ? '' : ` · ${cleanLine(interpreted)}`
  const last = paint('faint', `${found} · ${formatDuration(durationMs)}${read}`)
  return [...hits.map((hit) => formatHit(hit, paint)), last].join('\n')
}

function formatHit(hit: EventHit, paint: Paint): string {
  const indent = ' '.repeat(12)
  const snippet = hit.snippet && formatSnippet(hit.snippet, paint)
  const copies = hit.copies.map((copy) => `  = ${formatEventRow(copy, paint)}`)
  return [formatEventRow(hit, paint), ...(snippet ? [indent + snippet] : []), ...copies].join('\n')
}

function parseLimit(text: string): number {
  const limit = parseCount(text)
  if (limit < 1 || limit > MAX_LIMIT) {
    throw new InvalidArgumentError(`It must be from 1 to ${MAX_LIMIT}.`)
  }
  return limit
}

function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}
