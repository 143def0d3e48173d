import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Anchor, AnchorStatus } from '#shared/anchor.ts'
import { anchorQuote } from '#shared/anchoring/anchor-quote.ts'
import { describeSelection } from '#shared/describe-selection.ts'
import { type EventText, composeEventText } from '#shared/event-text.ts'

interface PairEvent {
  title: string
  topic?: string
  summary?: string
  body?: string
  sources?: string[]
  relations?: string[]
  revisions?: string[]
}

interface Pair {
  name: string
  before: PairEvent
  after: PairEvent
  status: AnchorStatus
  repeat?: number
  why?: string
}

interface MarkedText {
  eventText: EventText
  /** `null` where nothing is marked. */
  place: { start: number; end: number } | null
}

const FOLDER = new URL('../../fixtures/anchoring/', import.meta.url)
const BRACKETS = /[⟦⟧]/gu
const FILLER = 'The committee met on day N and heard reports about harvests, roads and schools. '

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
const pairsOf = (file: string) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Pair[]

function compose(event: PairEvent): EventText {
  const related = (title: string) => ({ id: title, title, resolved: true })
  return composeEventText({
    title: event.title,
    topic: event.topic ?? null,
    summary: event.summary ?? '',
    body: event.body ?? null,
    sources: (event.sources ?? []).map((name) => ({ name, url: null, image: null })),
    relations: (event.relations ?? []).map((title) => {
      return { ...related(title), date: null, entities: [] }
    }),
    revisions: (event.revisions ?? []).map((title) => {
      return { ...related(title), time: null, label: null }
    }),
  })
}

function read(event: PairEvent, repeat = 0): MarkedText {
  const filler = Array.from({ length: repeat }, (_, day) => FILLER.replace('N', String(day))).join(
    '',
  )
  const summary = filler + (event.summary ?? '')
  const marked = compose({ ...event, summary }).text
  const bare = JSON.parse(JSON.stringify({ ...event, summary }).replace(BRACKETS, '')) as PairEvent
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  return { eventText: compose(bare), place: start < 0 ? null : { start, end } }
}

function anchor({ before, after, repeat }: Pair): { anchor: Anchor; now: MarkedText } {
  const then = read(before, repeat)
  const now = read(after, repeat)
  const version = { textVersion: then.eventText.text, pageHash: null }
  const { start, end } = then.place!
  const selector = describeSelection(then.eventText, start, end, version)!
  return { anchor: anchorQuote(now.eventText, selector, now.eventText.text), now }
}

describe.each(files)('anchorQuote: %s', (file) => {
  it.each(pairsOf(file))('$name', (pair) => {
    const { anchor: found, now } = anchor(pair)
    const wanted = now.place && {
      startUtf16: now.place.start,
      endUtf16: now.place.end,
      text: now.eventText.text.slice(now.place.start, now.place.end),
    }
    const { status, place, candidates } = found
    if (pair.status === 'orphan') {
      expect({ status, place }).toEqual({ status: 'orphan', place: null })
      const isOffered = (words: NonNullable<typeof wanted>) =>
        candidates.some(
          ({ startUtf16, endUtf16 }) => startUtf16 < words.endUtf16 && endUtf16 > words.startUtf16,
        )
      expect(wanted === null || isOffered(wanted)).toBe(true)
      return
    }
    expect({ status, place }).toMatchObject({ status: pair.status, place: wanted })
    expect(candidates.length > 0).toBe(status === 'unsure')
  })
})

describe('the corpus', () => {
  it('holds at least forty pairs of all statuses, each with a name of its own', () => {
    const pairs = files.flatMap(pairsOf)
    expect(pairs.length).toBeGreaterThanOrEqual(40)
    expect(new Set(pairs.map(({ name }) => name)).size).toBe(pairs.length)
    const statuses = new Set(pairs.map(({ status }) => status))
    expect(statuses).toEqual(new Set(['exact', 'moved', 'unsure', 'orphan']))
  })
})
