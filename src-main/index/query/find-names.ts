import type { TermNode } from '#shared/search-query/query-tree.ts'
import { foldName, foldText } from '../fold-text.ts'
import type { IndexSnapshot } from './index-snapshot.ts'

interface NameRow {
  id: number
  name: string
}

/**
 * The entities a term means: those of that very name (case, accents and script ignored unless it is
 * exact), else those whose name holds its words in a row.
 */
export function findEntities(index: IndexSnapshot, term: TermNode): number[] {
  const { value, isPrefix, isExact } = term
  if (!isPrefix) {
    const sql = 'SELECT id, name FROM entity WHERE folded = ?'
    const same = index.all<NameRow>(sql, foldName(value))
    if (isExact) return listIds(same.filter(({ name }) => isSameText(name, value)))
    if (same.length > 0) return listIds(same)
  }
  return findEntitiesWith(index, value, wordTest(term))
}

/** Of the entities whose names hold the beginning of some words, those that pass a test. */
export function findEntitiesWith(
  index: IndexSnapshot,
  words: string,
  passes: (name: string) => boolean,
): number[] {
  const [firstWord] = foldText(words).split(' ')
  if (firstWord === undefined || firstWord === '') return []
  const sql = 'SELECT id, name FROM entity WHERE instr(folded, ?) > 0'
  return listIds(index.all<NameRow>(sql, firstWord).filter(({ name }) => passes(name)))
}

/** @returns whether a name holds the words of a term in a row. */
export function wordTest({
  value,
  isPrefix,
}: Pick<TermNode, 'value' | 'isPrefix'>): (name: string) => boolean {
  const words = foldText(value)
  const wanted = isPrefix ? ` ${words}` : ` ${words} `
  return (name) => words !== '' && ` ${foldText(name)} `.includes(wanted)
}

/** Whether two texts are the same but for how Unicode composes their characters. */
export function isSameText(one: string, other: string): boolean {
  return one.normalize('NFC') === other.normalize('NFC')
}

/**
 * The hosts a term means: `bbc.co.uk` is that host and all below it, `bbc` every host with that
 * label, an address its host; exactly `bbc.co.uk` is that host alone.
 */
export function findHosts(index: IndexSnapshot, { value, isPrefix, isExact }: TermNode): number[] {
  if (isExact) return index.numbers('SELECT id FROM host WHERE name = ?', value)
  const host = readHost(value)
  if (host === null) return []
  const end = isPrefix ? '' : '.'
  const condition =
    host.includes('.') && !isPrefix
      ? `substr('.' || name, -length(?1)) = ?1`
      : `instr('.' || name || '${end}', ?1 || '${end}') > 0`
  return index.numbers(`SELECT id FROM host WHERE ${condition}`, `.${host}`)
}

const HOST = /^(?:[a-z]+:\/\/)?(?:www\.)?(?<host>[\p{L}\p{N}][\p{L}\p{N}.-]*)(?:[/:?#].*)?$/u

function readHost(value: string): string | null {
  return HOST.exec(value.trim().toLowerCase())?.groups?.host ?? null
}

function listIds(rows: readonly NameRow[]): number[] {
  return rows.map(({ id }) => id)
}
