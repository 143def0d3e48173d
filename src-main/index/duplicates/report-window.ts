import { ComparedReport } from './compared-report.ts'
import { readWords } from './read-words.ts'
import type { ReportText } from './report-text.ts'
import { WordArena } from './word-arena.ts'
import { sliceWords } from './wording.ts'

/** Texts with fewer reports out of sight are not moved together. */
const FEWEST_DROPPED = 4096
/** A headline of fewer words says too little to be looked up by. */
const FEWEST_WORDS = 8

/**
 * The reports of the last days with the words by which they are found: of the headline, and where
 * that is short, of the summary as well. Other summaries are read when they are compared.
 */
export class ReportWindow {
  readonly words = new WordArena(1 << 12)
  /** Ordinal of the first report at hand. */
  first = 0
  #reports: ReportText[] = []
  #days: number[] = []
  #starts: number[] = []
  #titleEnds: number[] = []
  /** What was read for the comparisons of a day. */
  readonly #compared = new Map<number, ComparedReport>()

  /** The ordinal after the last report. */
  get end(): number {
    return this.first + this.#reports.length
  }

  add(report: ReportText, day: number): void {
    this.#reports.push(report)
    this.#days.push(day)
    const start = this.words.length
    this.#starts.push(start)
    readWords(report.title, this.words)
    this.#titleEnds.push(this.words.length)
    const isShort = this.words.length - start < FEWEST_WORDS
    if (isShort && report.summary !== '') readWords(report.summary, this.words)
  }

  report(ordinal: number): ReportText {
    const report = this.#reports[ordinal - this.first]
    if (!report) throw new Error(`Report ${ordinal} is not at hand`)
    return report
  }

  dayOf(ordinal: number): number {
    return this.#days[ordinal - this.first] ?? NaN
  }

  /** Where its words begin, those of the headline first. */
  startOf(ordinal: number): number {
    return this.#starts[ordinal - this.first] ?? this.words.length
  }

  endOf(ordinal: number): number {
    return this.startOf(ordinal + 1)
  }

  /** Where words begin, from an ordinal to the end. */
  startsFrom(ordinal: number): number[] {
    return [...this.#starts.slice(ordinal - this.first), this.words.length]
  }

  /** A report to be compared. */
  compared(ordinal: number): ComparedReport {
    const known = this.#compared.get(ordinal)
    if (known) return known
    const end = this.#titleEnds[ordinal - this.first] ?? 0
    const title = sliceWords(this.words, this.startOf(ordinal), end)
    const compared = new ComparedReport(this.report(ordinal), title)
    this.#compared.set(ordinal, compared)
    return compared
  }

  /** Forget the words that were read for comparisons. */
  endComparisons(): void {
    this.#compared.clear()
  }

  /** Forget the reports before an ordinal, when that is worth it. @returns whether it did */
  dropBefore(ordinal: number): boolean {
    const count = ordinal - this.first
    if (count < FEWEST_DROPPED || count < this.#reports.length / 2) return false
    const dropped = this.startOf(ordinal)
    this.words.drop(dropped)
    this.first = ordinal
    this.#reports = this.#reports.slice(count)
    this.#days = this.#days.slice(count)
    this.#starts = this.#starts.slice(count).map((start) => start - dropped)
    this.#titleEnds = this.#titleEnds.slice(count).map((end) => end - dropped)
    return true
  }
}
