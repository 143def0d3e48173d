import { readWords } from './read-words.ts'
import type { ReportText } from './report-text.ts'
import { WordArena } from './word-arena.ts'
import { type Wording, joinWords, sliceWords } from './wording.ts'

const SUMMARY_WORDS = 64

/** A report as it is compared with others: its headline, and the rest only when that is asked for. */
export class ComparedReport {
  readonly report: ReportText
  readonly title: Wording
  #whole: Wording | null = null

  constructor(report: ReportText, title: Wording) {
    this.report = report
    this.title = title
  }

  /** Headline and summary. */
  get whole(): Wording {
    if (this.#whole) return this.#whole
    const words = new WordArena(SUMMARY_WORDS)
    readWords(this.report.summary, words)
    return (this.#whole = joinWords(this.title, sliceWords(words, 0, words.length)))
  }

  get hasSummary(): boolean {
    return this.whole.hashes.length > this.title.hashes.length
  }
}
