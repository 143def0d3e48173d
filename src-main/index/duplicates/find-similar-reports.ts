import type { EventDate } from '#shared/event.ts'
import { KEYS, chooseKeys } from './choose-keys.ts'
import { findCopies } from './find-copies.ts'
import { MOST_DAYS_OF_SOURCE, isSameReport } from './is-same-report.ts'
import { KeyIndex } from './key-index.ts'
import { type PlacedReport, type ReportText, numberDay } from './report-text.ts'
import { ReportWindow } from './report-window.ts'
import { WordStatistics } from './word-statistics.ts'

/** A word that so many reports of a few days have in common does not tell them apart. */
const MOST_REPORTS_OF_KEY = 48
const MARKS = 1 << 12
/** The share of a headline's words that the other report must seem to have for a closer look. */
const LEAST_MARKED = 0.4

/** Told of two reports that report the same. @param isCopy - Whether they are the same word by word. */
type OnSimilar = (first: PlacedReport, second: PlacedReport, isCopy: boolean) => void

/**
 * Finds reports that are alike among those of a few days, as they are added in order of date. What
 * it finds does not depend on the order within a day, since a day is looked at as a whole.
 */
export class SimilarReportFinder {
  readonly #onSimilar: OnSimilar
  readonly #window = new ReportWindow()
  readonly #statistics = new WordStatistics()
  readonly #index = new KeyIndex()
  #date: EventDate = null
  #day = NaN
  /** The days at hand, each with its first report. */
  readonly #days: { day: number; first: number }[] = []
  readonly #found = new Uint32Array(MOST_REPORTS_OF_KEY + 1)
  readonly #candidates = new Set<number>()
  readonly #marks = new Uint32Array(MARKS)
  #mark = 0
  /** Of the reports of the last day, so many each. */
  #keys = new Int32Array(1 << 8)

  constructor(onSimilar: OnSimilar) {
    this.#onSimilar = onSimilar
  }

  add(report: ReportText): void {
    if (report.date !== this.#date || this.#days.length === 0) {
      this.endDay()
      this.#date = report.date
      this.#day = numberDay(report.date)
      this.#days.push({ day: this.#day, first: this.#window.end })
    }
    this.#window.add(report, this.#day)
  }

  /** Compare the reports of the last day with one another and with those of the days before. */
  endDay(): void {
    const last = this.#days.at(-1)
    if (!last) return
    const { day, first } = last
    const { end, words } = this.#window
    this.#statistics.learn(words, this.#window.startsFrom(first))
    this.#forgetBefore(day - MOST_DAYS_OF_SOURCE)
    // Of undated reports nothing tells which are near one another.
    if (Number.isNaN(day)) return
    const copies = findCopies(this.#window, first, end)
    for (const [copy, original] of copies) this.#tell(original, copy, true)
    this.#enterKeys(first, end, copies)
    for (let ordinal = first; ordinal < end; ordinal++) {
      if (!copies.has(ordinal)) this.#compare(ordinal, (ordinal - first) * KEYS)
    }
    this.#window.endComparisons()
  }

  #tell(first: number, second: number, isCopy: boolean): void {
    const place = (ordinal: number) => ({ ordinal, report: this.#window.report(ordinal) })
    this.#onSimilar(place(first), place(second), isCopy)
  }

  #forgetBefore(day: number): void {
    const isOld = (known: number) => !(known >= day)
    while (this.#days.length > 1 && isOld(this.#days[0]?.day ?? NaN)) this.#days.shift()
    const first = this.#days[0]?.first ?? 0
    if (this.#window.dropBefore(first)) this.#index.dropBefore(first)
  }

  #enterKeys(first: number, end: number, copies: ReadonlyMap<number, number>): void {
    if (this.#keys.length < (end - first) * KEYS) {
      this.#keys = new Int32Array((end - first) * KEYS * 2)
    }
    const { words } = this.#window
    for (let ordinal = first; ordinal < end; ordinal++) {
      if (copies.has(ordinal)) continue
      const at = (ordinal - first) * KEYS
      const start = this.#window.startOf(ordinal)
      chooseKeys(words, start, this.#window.endOf(ordinal), this.#statistics, this.#keys, at)
      for (let key = at; key < at + KEYS && this.#keys[key] !== 0; key++) {
        this.#index.add(this.#keys[key] ?? 0, ordinal)
      }
    }
  }

  /** Compare a report with those before it that share a rare word with it. */
  #compare(ordinal: number, keysAt: number): void {
    const first = this.#days[0]?.first ?? 0
    this.#candidates.clear()
    for (let key = keysAt; key < keysAt + KEYS && this.#keys[key] !== 0; key++) {
      const count = this.#index.find(this.#keys[key] ?? 0, first, this.#found)
      if (count > MOST_REPORTS_OF_KEY) continue
      for (let place = 0; place < count; place++) {
        const candidate = this.#found[place] ?? 0
        if (candidate < ordinal) this.#candidates.add(candidate)
      }
    }
    if (this.#candidates.size === 0) return
    this.#markWords(ordinal)
    for (const candidate of this.#candidates) {
      const days = Math.abs(this.#window.dayOf(ordinal) - this.#window.dayOf(candidate))
      if (days > MOST_DAYS_OF_SOURCE || !this.#seemsAlike(candidate)) continue
      const [one, other] = [this.#window.compared(ordinal), this.#window.compared(candidate)]
      if (isSameReport(one, other, days, (word) => this.#statistics.isName(word))) {
        this.#tell(candidate, ordinal, false)
      }
    }
  }

  #markWords(ordinal: number): void {
    this.#mark++
    const { features } = this.#window.words
    for (let at = this.#window.startOf(ordinal); at < this.#window.endOf(ordinal); at++) {
      this.#marks[(features[at] ?? 0) & (MARKS - 1)] = this.#mark
    }
  }

  #seemsAlike(candidate: number): boolean {
    const { features } = this.#window.words
    const start = this.#window.startOf(candidate)
    const end = this.#window.endOf(candidate)
    let common = 0
    for (let at = start; at < end; at++) {
      if (this.#marks[(features[at] ?? 0) & (MARKS - 1)] === this.#mark) common++
    }
    return common >= (end - start) * LEAST_MARKED
  }
}
