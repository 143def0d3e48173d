import { isDeepStrictEqual } from 'node:util'

interface Deletable {
  deleted?: string
}

/**
 * Whether a record of which there are two versions is in the trash: where both sides put it there,
 * or where one did and the other left it as it was. What the other wrote since is never put away.
 *
 * @param base - What both began with; `null` where there was nothing.
 * @returns to be spread over the joined record, whose own `deleted` is left out first.
 */
export function mergeDeleted<Item extends Deletable>(
  base: Item | null,
  ours: Item,
  theirs: Item,
): Deletable {
  if (ours.deleted !== undefined && theirs.deleted !== undefined) {
    return { deleted: ours.deleted > theirs.deleted ? ours.deleted : theirs.deleted }
  }
  const [deleted, other] = ours.deleted === undefined ? [theirs, ours] : [ours, theirs]
  if (deleted.deleted === undefined || !isDeepStrictEqual(other, base)) return {}
  return { deleted: deleted.deleted }
}
