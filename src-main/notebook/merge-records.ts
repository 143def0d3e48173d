import { isDeepStrictEqual } from 'node:util'

interface Identified {
  id: string
}

/**
 * Join two versions of a list of records that began as the same: what only one side changed is
 * taken from that side, and what one side deleted while the other changed it stays.
 *
 * @param base - What both began with.
 * @param resolve - Called where both sides changed the same record, each in another way.
 * @returns in our order, or in theirs where ours is as it began; then what only the other has.
 */
export function mergeRecords<Item extends Identified>(
  base: readonly Item[],
  ours: readonly Item[],
  theirs: readonly Item[],
  resolve: (our: Item, their: Item, base: Item | undefined) => Item[],
): Item[] {
  const baseById = mapById(base)
  const ourById = mapById(ours)
  const theirById = mapById(theirs)
  const didWeReorder = !isDeepStrictEqual([...baseById.keys()], [...ourById.keys()])

  function mergeOne(id: string): Item[] {
    const before = baseById.get(id)
    const our = ourById.get(id)
    const their = theirById.get(id)
    if (isDeepStrictEqual(our, before) || isDeepStrictEqual(our, their)) return their ? [their] : []
    if (isDeepStrictEqual(their, before)) return our ? [our] : []
    return our && their
      ? resolve(our, their, before)
      : [our ?? their].filter((item) => item !== undefined)
  }

  const [first, second] = didWeReorder ? [ourById, theirById] : [theirById, ourById]
  return [...new Set([...first.keys(), ...second.keys()])].flatMap(mergeOne)
}

function mapById<Item extends Identified>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]))
}
