import { invertLists, type ListsByEvent } from '../columns/lists-by-event.ts'
import { readColumns } from '../columns/read-columns.ts'
import { type Bitmap, addOrdinal, makeBitmap } from './bitmap.ts'
import type { IndexSnapshot } from './index-snapshot.ts'

/** Which events report the same. */
export class ReportGroups {
  /** Events that are not alone in their group. */
  readonly shared: Bitmap
  readonly #leaders: Uint32Array
  readonly #members: ListsByEvent

  /** @param leaders - Per ordinal that of the leader of its group. */
  constructor(leaders: Uint32Array) {
    const starts = new Uint32Array(leaders.length + 1).map((_, ordinal) => ordinal)
    this.#leaders = leaders
    this.#members = invertLists({ starts, values: leaders }, leaders.length)
    this.shared = makeBitmap(leaders.length)
    leaders.forEach((leader, ordinal) => {
      if (this.#sizeOf(leader) > 1) addOrdinal(this.shared, ordinal)
    })
  }

  leaderOf(ordinal: number): number {
    return this.#leaders[ordinal] ?? ordinal
  }

  /** All events that report the same as this one, and it, lowest ordinal first. */
  membersOf(ordinal: number): Uint32Array {
    const leader = this.leaderOf(ordinal)
    const { starts, values } = this.#members
    return values.subarray(starts[leader], starts[leader + 1])
  }

  #sizeOf(leader: number): number {
    const { starts } = this.#members
    return (starts[leader + 1] ?? 0) - (starts[leader] ?? 0)
  }
}

/** @returns `null` while it is not known. */
export function readGroups(index: IndexSnapshot): ReportGroups | null {
  return index.lists.getOrMake('groups', () => {
    const leaders = readColumns(index)?.groups
    return { groups: leaders ? new ReportGroups(leaders) : null }
  }).groups
}
