import { isDeepStrictEqual } from 'node:util'

interface Identified {
  id: string
}

/** @returns ids of the records that differ between two lists or stand in only one of them. */
export function listChangedIds(
  before: readonly Identified[] | null | undefined,
  after: readonly Identified[] | null | undefined,
): Set<string> {
  const one = new Map(before?.map((item) => [item.id, item]))
  const other = new Map(after?.map((item) => [item.id, item]))
  const ids = [...one.keys(), ...other.keys()]
  return new Set(ids.filter((id) => !isDeepStrictEqual(one.get(id), other.get(id))))
}
