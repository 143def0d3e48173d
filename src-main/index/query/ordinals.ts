import { startOfDate } from '../event-number.ts'
import { type Bitmap, addOrdinal, makeBitmap, makeRange } from './bitmap.ts'
import { type NumberRange, UNDATED } from './date-range.ts'

/** Which place every event has among all events in order of row id, which is that of date. */
export class Ordinals {
  /** Row ids by ordinal. */
  readonly ids: Float64Array
  #firstOfDate: Map<number, number> | null = null

  constructor(ids: Float64Array) {
    this.ids = ids
  }

  /** How many events there are. */
  get size(): number {
    return this.ids.length
  }

  /** How many events have no date; theirs are the lowest ordinals. */
  get undated(): number {
    return this.findPlace(UNDATED.end)
  }

  idOf(ordinal: number): number {
    return this.ids[ordinal] ?? 0
  }

  /** The ordinal of an event, or -1. */
  find(id: number): number {
    this.#firstOfDate ??= this.#listDates()
    const first = this.#firstOfDate.get(startOfDate(id))
    if (first === undefined || id < this.idOf(first)) return -1
    // Row ids of a date are given out one after the other, so that most are at this very place.
    const guess = first + id - this.idOf(first)
    const place = this.ids[guess] === id ? guess : this.findPlace(id, first)
    return this.ids[place] === id ? place : -1
  }

  /** The first ordinals of all dates, by the first row id of the date. */
  #listDates(): Map<number, number> {
    const dates = new Map<number, number>()
    let next = -1
    for (let ordinal = 0; ordinal < this.size; ordinal++) {
      const id = this.idOf(ordinal)
      if (id < next) continue
      const start = startOfDate(id)
      dates.set(start, ordinal)
      next = start + UNDATED.end
    }
    return dates
  }

  /** The ordinal of the first event from `from` on whose row id is not less than `id`. */
  findPlace(id: number, from = 0): number {
    // Whoever looks up many row ids in order finds each near the one before.
    let reach = 1
    while (from + reach < this.size && this.idOf(from + reach) < id) reach *= 2
    let low = reach === 1 ? from : from + reach / 2 + 1
    let high = Math.min(from + reach, this.size)
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.idOf(middle) < id) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Add the events with these row ids, which rise, to a set. */
  addTo(bitmap: Bitmap, ids: readonly number[] | Float64Array): void {
    let place = 0
    for (const id of ids) {
      place = this.findPlace(id, place)
      if (this.ids[place] === id) addOrdinal(bitmap, place)
    }
  }

  /** The set of the events with these row ids, which rise. */
  collect(ids: readonly number[] | Float64Array): Bitmap {
    const bitmap = makeBitmap(this.size)
    this.addTo(bitmap, ids)
    return bitmap
  }

  /** The set of the events with row ids in a range. */
  collectRange({ first, end }: NumberRange): Bitmap {
    const start = this.findPlace(first)
    return makeRange(this.size, start, this.findPlace(Math.max(first, end), start))
  }
}
