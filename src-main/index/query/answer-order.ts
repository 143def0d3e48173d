import { type Bitmap, countOrdinals, hasOrdinal, listAscending, listDescending } from './bitmap.ts'

/** An order of the events of an archive. */
export interface AnswerOrder {
  /** Of two ordinals, the one with the lower place comes first. */
  placeOf(ordinal: number): number
  /** Ordinals of a set in this order. */
  list(events: Bitmap, offset: number, limit: number): Uint32Array
}

/** Newest first; undated events, whose ordinals are the lowest, last. */
export const DATE_ORDER: AnswerOrder = {
  placeOf: (ordinal) => -ordinal,
  list: listDescending,
}

/** Oldest first, undated events last. @param undated - How many have no date. */
export function ascendingOrder(undated: number): AnswerOrder {
  return {
    placeOf: (ordinal) => (ordinal < undated ? ordinal + 2 ** 32 : ordinal),
    list(events, offset, limit) {
      const dated = listAscending(events, offset, limit, undated)
      if (dated.length === limit) return dated
      const passedOver = Math.max(0, offset - countOrdinals(events, undated))
      const most = Math.min(limit - dated.length, countOrdinals(events, 0, undated) - passedOver)
      const rest = most > 0 ? listAscending(events, passedOver, most) : []
      return Uint32Array.from([...dated, ...rest])
    },
  }
}

/** The order of a list, in which all events that are asked for must be. */
export function listedOrder(ordinals: Uint32Array, size: number): AnswerOrder {
  let places: Uint32Array | null = null
  return {
    placeOf(ordinal) {
      places ??= placesOf(ordinals, size)
      return places[ordinal] ?? 0
    },
    list(events, offset, limit) {
      const found: number[] = []
      let left = offset
      for (const ordinal of ordinals) {
        if (found.length >= limit) break
        if (hasOrdinal(events, ordinal) && left-- <= 0) found.push(ordinal)
      }
      return Uint32Array.from(found)
    },
  }
}

function placesOf(ordinals: Uint32Array, size: number): Uint32Array {
  const places = new Uint32Array(size)
  ordinals.forEach((ordinal, place) => {
    places[ordinal] = place
  })
  return places
}
