import { readColumns } from '../columns/read-columns.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { Ordinals } from './ordinals.ts'

/** The ordinals of an index. While an import has not written its columns, all row ids are read for them. */
export function readOrdinals(index: IndexSnapshot): Ordinals {
  return index.lists.getOrMake('ordinals', () => {
    const ids = readColumns(index)?.ids
    // SQLite is left to read them from an index that is far smaller than the events.
    return new Ordinals(ids ?? Float64Array.from(index.numbers('SELECT id FROM event')).sort())
  })
}
