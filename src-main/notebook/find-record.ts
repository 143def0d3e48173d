import { AnnalsError } from '#shared/errors.ts'
import type { NamedKind } from './named-kinds.ts'

const SHORTEST_ID_PREFIX = 4

/**
 * The record a person means by its id, its name (whatever its case) or the first four or more
 * characters of its id.
 *
 * @throws the kind's `notFound`; its `ambiguous`, with the `ids` in question
 */
export function findRecord<Item extends { id: string; name: string }>(
  { noun, plural, codes }: NamedKind,
  records: readonly Item[],
  wanted: string,
): Item {
  const name = wanted.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const ways: ((record: Item) => boolean)[] = [
    (record) => record.id === name,
    (record) => record.name === name,
    (record) => record.name.toLowerCase() === name.toLowerCase(),
    ({ id }) => name.length >= SHORTEST_ID_PREFIX && id.startsWith(name.toLowerCase()),
  ]
  for (const isMeant of ways) {
    const [found, ...others] = records.filter(isMeant)
    if (!found) continue
    if (others.length === 0) return found
    const ids = [found, ...others].map(({ id }) => id)
    const message = `${ids.length} ${plural} are meant by “${wanted}”: ${ids.join(', ')}`
    throw new AnnalsError(codes.ambiguous, message, { details: { ids } })
  }
  const message = `There is no ${noun} “${wanted}”.`
  throw new AnnalsError(codes.notFound, message, { details: { wanted } })
}
