import type { ChangeCounts } from '#shared/changes.ts'

/** @returns how many events were added, changed, removed or moved. */
export function countChanges({ added, changed, removed, moved }: ChangeCounts): number {
  return added + changed + removed + moved
}
