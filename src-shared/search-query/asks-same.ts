import type { QueryNode, TermNode } from './query-tree.ts'

/**
 * Whether two conditions ask for the same name, date or thing, written in whatever way. Names that
 * differ in case only are one, unless they are exact; excluded ones and groups are never the same.
 */
export function asksSame(one: QueryNode, other: QueryNode): boolean {
  if (one.kind === 'term') return other.kind === 'term' && namesSame(one, other)
  if (one.kind === 'has') return other.kind === 'has' && one.what === other.what
  if (one.kind === 'mark') return other.kind === 'mark' && isSameTest(one.test, other.test)
  if (one.kind !== 'date' || other.kind !== 'date') return false
  return isSameTest(one.test, other.test)
}

function isSameTest(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function namesSame(one: TermNode, other: TermNode): boolean {
  if (one.field !== other.field || one.isPrefix !== other.isPrefix) return false
  const isExact = one.isExact || other.isExact || one.field === 'id'
  return isExact ? one.value === other.value : foldCase(one.value) === foldCase(other.value)
}

function foldCase(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
