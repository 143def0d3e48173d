import { foldText } from '../notes/fold-text.ts'

/** Something with a name that others may be put into. */
export interface Named {
  id: string
  name: string
}

/** A line of a picker: one that is there, or making a new one of the name typed. */
export type PickItem =
  { kind: 'known'; id: string; name: string } | { kind: 'create'; name: string }

/**
 * Those whose name holds what was typed, those that begin with it first; then making one of that
 * name, where none has it already. Case and accents do not matter.
 */
export function pickNames(known: readonly Named[], typed: string): PickItem[] {
  const name = typed.replace(/\s+/g, ' ').trim()
  const wanted = foldText(name)
  const rank = (one: Named) => (foldText(one.name).startsWith(wanted) ? 0 : 1)
  const found = known
    .filter((one) => foldText(one.name).includes(wanted))
    .toSorted((one, other) => rank(one) - rank(other))
    .map(({ id, name: knownName }): PickItem => ({ kind: 'known', id, name: knownName }))
  const isNew = name !== '' && !known.some((one) => one.name === name)
  return isNew ? [...found, { kind: 'create', name }] : found
}
