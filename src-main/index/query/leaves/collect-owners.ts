import type { ListsByEvent } from '../../columns/lists-by-event.ts'
import { type Bitmap, addOrdinal, makeBitmap } from '../bitmap.ts'

/** The events whose lists hold one of these values. */
export function collectOwners({ starts, values }: ListsByEvent, wanted: readonly number[]): Bitmap {
  const size = starts.length - 1
  const owners = makeBitmap(size)
  if (wanted.length === 0) return owners
  const last = wanted.reduce((highest, value) => Math.max(highest, value), 0)
  const isWanted = new Uint8Array(last + 1)
  for (const value of wanted) isWanted[value] = 1
  for (let owner = 0, at = 0; owner < size; owner++) {
    const end = starts[owner + 1] ?? at
    for (; at < end; at++) if (isWanted[values[at] ?? 0] === 1) addOrdinal(owners, owner)
  }
  return owners
}
