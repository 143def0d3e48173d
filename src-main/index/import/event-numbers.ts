import { AnnalsError } from '#shared/errors.ts'
import type { EventDate } from '#shared/event.ts'
import { endEventNumber, firstEventNumber, startOfDate } from '../event-number.ts'

/** Gives out row ids of events: each date has room of its own, filled in order. */
export class EventNumbers {
  /** The next free row id by the first of its date. */
  readonly #next = new Map<number, number>()

  /** Take note of a row id that is in use. */
  reserve(number: number): void {
    const start = startOfDate(number)
    this.#next.set(start, Math.max(this.#next.get(start) ?? 0, number + 1))
  }

  /** @throws IMPORT_FAILED where more than a million events have one date. */
  take(date: EventDate): number {
    const start = firstEventNumber(date)
    // Zero stands for “none”.
    const number = Math.max(this.#next.get(start) ?? start, 1)
    if (number >= endEventNumber(date)) {
      throw new AnnalsError('IMPORT_FAILED', `Too many events of one date: ${date ?? 'undated'}`)
    }
    this.#next.set(start, number + 1)
    return number
  }

  /** Whether a row id is in the room of a date. */
  static belongs(number: number, date: EventDate): boolean {
    return startOfDate(number) === firstEventNumber(date)
  }
}
