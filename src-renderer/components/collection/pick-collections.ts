import type { CollectionSummary } from '#shared/notebook.ts'
import { foldText } from '../notes/fold-text.ts'

/** A line of the picker: a collection, or making a new one of the name typed. */
export type PickItem =
  { kind: 'collection'; id: string; name: string; held: number } | { kind: 'create'; name: string }

/**
 * Collections whose name holds what was typed, those that begin with it first; then making one of
 * that name, where none has it already.
 *
 * @param countHeld - How many of the events to add are in a collection.
 */
export function pickCollections(
  collections: readonly CollectionSummary[],
  typed: string,
  countHeld: (id: string) => number,
): PickItem[] {
  const name = typed.replace(/\s+/g, ' ').trim()
  const wanted = foldText(name)
  const rank = (collection: CollectionSummary) =>
    foldText(collection.name).startsWith(wanted) ? 0 : 1
  const found = collections
    .filter((collection) => foldText(collection.name).includes(wanted))
    .toSorted((one, other) => rank(one) - rank(other))
    .map(({ id, name: known }): PickItem => ({
      kind: 'collection',
      id,
      name: known,
      held: countHeld(id),
    }))
  const isNew = name !== '' && !collections.some((collection) => collection.name === name)
  return isNew ? [...found, { kind: 'create', name }] : found
}
