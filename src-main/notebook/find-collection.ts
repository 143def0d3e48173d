import { AnnalsError } from '#shared/errors.ts'
import type { Collection } from '#shared/notebook.ts'

const SHORTEST_ID_PREFIX = 4

/**
 * The collection a person means by its id, its name (whatever its case) or the first four or more
 * characters of its id.
 *
 * @throws COLLECTION_NOT_FOUND; COLLECTION_AMBIGUOUS, with the `ids` in question
 */
export function findCollection(collections: readonly Collection[], wanted: string): Collection {
  const name = wanted.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const ways: ((collection: Collection) => boolean)[] = [
    (collection) => collection.id === name,
    (collection) => collection.name === name,
    (collection) => collection.name.toLowerCase() === name.toLowerCase(),
    ({ id }) => name.length >= SHORTEST_ID_PREFIX && id.startsWith(name.toLowerCase()),
  ]
  for (const isMeant of ways) {
    const [found, ...others] = collections.filter(isMeant)
    if (!found) continue
    if (others.length === 0) return found
    const ids = [found, ...others].map(({ id }) => id)
    const message = `${ids.length} collections are meant by “${wanted}”: ${ids.join(', ')}`
    throw new AnnalsError('COLLECTION_AMBIGUOUS', message, { details: { ids } })
  }
  throw new AnnalsError('COLLECTION_NOT_FOUND', `There is no collection “${wanted}”.`, {
    details: { wanted },
  })
}
