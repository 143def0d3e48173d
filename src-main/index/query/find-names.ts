import type { TermNode } from '#shared/search-query/query-tree.ts'
import { foldName, foldText } from '../fold-text.ts'
import type { IndexSnapshot } from './index-snapshot.ts'

interface NameRow {
  id: number
  name: string
}

/**
 * The entities a term means: those of that very name (case, accents and script ignored), else those
 * whose name holds its words in a row.
 */
export function findEntities(index: IndexSnapshot, { value, isPrefix }: TermNode): number[] {
  const folded = foldName(value)
  if (!isPrefix) {
    const same = index.all<NameRow>('SELECT id, name FROM entity WHERE folded = ?', folded)
    if (same.length > 0) return same.map(({ id }) => id)
  }
  const words = foldText(value)
  if (words === '') return []
  const [firstWord = ''] = words.split(' ')
  const wanted = isPrefix ? ` ${words}` : ` ${words} `
  return index
    .all<NameRow>('SELECT id, name FROM entity WHERE instr(folded, ?) > 0', firstWord)
    .filter(({ name }) => ` ${foldText(name)} `.includes(wanted))
    .map(({ id }) => id)
}

/**
 * The hosts a term means: `bbc.co.uk` is that host and all below it, `bbc` every host with that
 * label, an address its host.
 */
export function findHosts(index: IndexSnapshot, { value, isPrefix }: TermNode): number[] {
  const host = readHost(value)
  if (host === null) return []
  const end = isPrefix ? '' : '.'
  const condition =
    host.includes('.') && !isPrefix
      ? `substr('.' || name, -length(?1)) = ?1`
      : `instr('.' || name || '${end}', ?1 || '${end}') > 0`
  return [...index.numbers(`SELECT id FROM host WHERE ${condition}`, `.${host}`)]
}

const HOST = /^(?:[a-z]+:\/\/)?(?:www\.)?(?<host>[\p{L}\p{N}][\p{L}\p{N}.-]*)(?:[/:?#].*)?$/u

function readHost(value: string): string | null {
  return HOST.exec(value.trim().toLowerCase())?.groups?.host ?? null
}
