import type { Problem, ProblemCode } from '#shared/problem.ts'
import type { EventDate } from '#shared/event.ts'
import { isFullDate, readPathDate } from './page-date.ts'

const MAX_TITLE_UNITS = 2000

/** Collects what is wrong with one page. */
export class PageProblems {
  readonly list: Problem[] = []
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  add(code: ProblemCode, message: string): void {
    if (this.list.some((known) => known.code === code && known.message === message)) return
    this.list.push({ path: this.#path, code, message })
  }

  addTooComplex(): void {
    this.add('PAGE_TOO_COMPLEX', 'It holds more than a page can sanely hold; the rest is left out.')
  }

  /** The date of a page: a full date of its folder wins over what the page itself says. */
  settleDate(written: EventDate): EventDate {
    const fromPath = readPathDate(this.#path)
    if (!isFullDate(fromPath)) return written ?? fromPath
    if (written !== null && !fromPath.startsWith(written)) {
      this.add('PAGE_DATE_DIFFERS', `It says ${written}, its folder ${fromPath}.`)
    }
    return fromPath
  }

  /** A headline no list could show is cut. */
  settleTitle(title: string): string {
    if (title.length <= MAX_TITLE_UNITS) return title
    this.addTooComplex()
    return `${title.slice(0, MAX_TITLE_UNITS).toWellFormed()}…`
  }
}
