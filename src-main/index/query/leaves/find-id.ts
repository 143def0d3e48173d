import type { TermNode } from '#shared/search-query/query-tree.ts'
import { readOrdinals } from '../archive-ordinals.ts'
import type { Bitmap } from '../bitmap.ts'
import { findEventNumber } from '../event-keys.ts'
import type { QueryContext } from '../query-context.ts'

const LAST_CHARACTER = '\u{10FFFF}'

/** The event with the id that a term names, or all whose ids begin so. */
export function findById({ index }: QueryContext, { value, isPrefix, isExact }: TermNode): Bitmap {
  const ordinals = readOrdinals(index)
  if (isPrefix) {
    const sql = 'SELECT id FROM event WHERE key >= ? AND key < ?'
    return ordinals.collect(index.numbers(sql, value, value + LAST_CHARACTER).sort((a, b) => a - b))
  }
  if (isExact) return ordinals.collect(index.numbers('SELECT id FROM event WHERE key = ?', value))
  const number = findEventNumber(index, value)
  return ordinals.collect(number === null ? [] : [number])
}
