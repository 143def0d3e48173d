import { anchorQuote } from '#shared/anchoring/anchor-quote.ts'
import type { AnchorStatus } from '#shared/anchor.ts'
import { describeSelection } from '#shared/describe-selection.ts'
import { type EventText, composeEventText } from '#shared/event-text.ts'
import type { TextSelector } from '#shared/notebook.ts'
import type { Random } from '../archive/random.ts'
import type { Vocabulary } from '../archive/vocabulary.ts'
import { type Sample, ratios, sample } from '../statistics.ts'

const MARKS = 1000
const ROUNDS = 5
const SENTENCES = 12
const WORDS_PER_SENTENCE = 18
const RELATIONS = 15
const COMMON_WORDS = 3000

/** How long it takes to find marks again after every page has changed. */
export interface AnchoringFigures {
  marks: number
  /** Of a text, on average. UTF-16. */
  textLength: number
  anchoring: Sample
  /** An exact search for the same words in the same texts. */
  searching: Sample
  anchoringPerSearch: Sample
  statuses: Record<AnchorStatus, number>
}

interface MarkedPage {
  selector: TextSelector
  changed: EventText
}

/** Anchor a mark on each of many pages, in all of which words have changed, in every second one marked ones. */
export function measureAnchoring(vocabulary: Vocabulary, random: Random): AnchoringFigures {
  const pages = Array.from({ length: MARKS }, (_, at) => makePage(vocabulary, random, at % 2 === 0))
  const statuses = { exact: 0, moved: 0, unsure: 0, orphan: 0 }
  for (const { selector, changed } of pages) {
    statuses[anchorQuote(changed, selector, 'now').status]++
  }
  const anchoringMs: number[] = []
  const searchingMs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    anchoringMs.push(
      timed(pages, ({ changed, selector }) => anchorQuote(changed, selector, 'now').status.length),
    )
    searchingMs.push(timed(pages, ({ changed, selector }) => changed.text.indexOf(selector.exact)))
  }
  const lengths = pages.map(({ changed }) => changed.text.length)
  return {
    marks: MARKS,
    textLength: Math.round(lengths.reduce((sum, length) => sum + length, 0) / MARKS),
    anchoring: sample(anchoringMs),
    searching: sample(searchingMs),
    anchoringPerSearch: sample(ratios(anchoringMs, searchingMs)),
    statuses,
  }
}

/** @param isMarkChanged - Whether one of the marked words is another one now. */
function makePage({ words }: Vocabulary, random: Random, isMarkChanged: boolean): MarkedPage {
  const word = () => words[random.below(COMMON_WORDS)]!
  const row = (length: number) => Array.from({ length }, word).join(' ')
  const sentences = Array.from({ length: SENTENCES }, () => `${row(WORDS_PER_SENTENCE)}.`)
  const event = {
    ...{ title: row(8), topic: row(2), body: null, revisions: [] },
    sources: Array.from({ length: 4 }, () => ({ name: row(2), url: null, image: null })),
    relations: Array.from({ length: RELATIONS }, () => {
      return { id: '', title: row(8), date: null, entities: [], resolved: true }
    }),
  }
  const before = composeEventText({ ...event, summary: sentences.join(' ') })
  const marked = sentences[random.below(SENTENCES)]!
  const start = before.text.indexOf(marked)
  const version = { textVersion: 'then', pageHash: null }
  const selector = describeSelection(before, start, start + marked.length, version)!
  const changedMark = isMarkChanged ? marked.replace(/ \S+ /u, ` ${word()} `) : marked
  const rewritten = [row(WORDS_PER_SENTENCE), ...sentences].join(' ').replace(marked, changedMark)
  return { selector, changed: composeEventText({ ...event, summary: rewritten }) }
}

function timed(pages: readonly MarkedPage[], work: (page: MarkedPage) => number): number {
  const startedMs = performance.now()
  let sum = 0
  for (const page of pages) sum += work(page)
  const elapsedMs = performance.now() - startedMs
  if (Number.isNaN(sum)) throw new Error('What is measured must be used.')
  return elapsedMs
}
