import { type Command, InvalidArgumentError, Option } from 'commander'
import type { EventHit } from '#shared/event.ts'
import type { SearchAnswer, SearchSort } from '#shared/search.ts'
import { formatEventRow, formatSnippet } from '../format-event.ts'
import { formatCount } from '../format-rows.ts'
import type { Paint } from '../paint.ts'
import { formatDuration } from '../progress-line.ts'
import type { Perform } from '../run-cli.ts'
import { cleanLine } from '../terminal-text.ts'

const EXAMPLES = `
Words are all looked for; OR, -without, "a phrase", begin*, ( ), and the fields title: topic:
entity: source: date: before: after: narrow it down. Put the query in single quotes.

Examples:
  annals search ~/archive '"fuel aid" entity:"North Korea"'
  annals search ~/archive 'ceasefire OR truce date:2008-06' --sort relevance --limit 5
  annals search ~/archive '' --limit 10                          the latest events`

const MAX_LIMIT = 500

interface SearchOptions {
  limit: number
  offset: number
  sort: SearchSort
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
      new Option('--sort <order>', 'date: latest first')
        .choices(['date', 'date-ascending', 'relevance'])
        .default('date'),
    )
    .addHelpText('after', EXAMPLES)
    .action((folder: string, words: string[], options: SearchOptions) =>
      perform(folder, async ({ workspace, ensureImported }) => {
        await ensureImported()
        const answer = await workspace.query.search({ query: words.join(' '), ...options })
        return {
          value: answerFields(answer),
          text: (paint) => formatAnswer(answer, options, paint),
        }
      }),
    )
}

function answerFields({ query, interpreted, total, hits, durationMs }: SearchAnswer) {
  const rows = hits.map(({ id, date, title, topic, snippet }) => {
    return { id, date, title, topic, snippet: snippet?.text ?? null }
  })
  return { query, interpreted, total, hits: rows, durationMs: Math.round(durationMs * 10) / 10 }
}

function formatAnswer(answer: SearchAnswer, { offset }: SearchOptions, paint: Paint): string {
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
  return formatEventRow(hit, paint) + (snippet ? `\n${indent}${snippet}` : '')
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
