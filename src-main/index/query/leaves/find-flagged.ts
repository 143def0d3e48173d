import { EVENT_FLAGS, type EventFlag, FLAG_CONDITIONS } from '../../columns/event-flags.ts'
import { readColumns } from '../../columns/read-columns.ts'
import { readOrdinals } from '../archive-ordinals.ts'
import { type Bitmap, addOrdinal, makeBitmap } from '../bitmap.ts'
import type { QueryContext } from '../query-context.ts'

/** Events that have something of the archive: a source, a summary … */
export function findFlagged({ index }: QueryContext, flag: EventFlag): Bitmap {
  return index.answers.getOrMake(`has ${flag}`, () => {
    const columns = readColumns(index)
    const ordinals = readOrdinals(index)
    if (columns === null) {
      const ids = index.numbers(`SELECT id FROM event WHERE ${FLAG_CONDITIONS[flag]}`)
      return ordinals.collect(ids.sort((a, b) => a - b))
    }
    const found = makeBitmap(ordinals.size)
    columns.flags.forEach((flags, ordinal) => {
      if ((flags & EVENT_FLAGS[flag]) !== 0) addOrdinal(found, ordinal)
    })
    return found
  })
}
