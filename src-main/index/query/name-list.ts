import { readColumns } from '../columns/read-columns.ts'
import { entityToken, hostToken } from '../identity-token.ts'
import { makeRange } from './bitmap.ts'
import { countValues } from './count-values.ts'
import type { IndexSnapshot } from './index-snapshot.ts'

/** Names of entities, hosts or topics. A name has a place: the row id of the entity or host. */
export interface NameList {
  /** Empty where no name has this place. */
  names: string[]
  /** As names are compared. */
  folded: string[]
  /** In how many events of the archive each is. */
  counts: Uint32Array
}

/** The names that have a table of their own, and how the text index tells the events of each. */
const KINDS = {
  entities: { table: 'entity', folded: 'folded', column: 'entities', toToken: entityToken },
  hosts: { table: 'host', folded: 'lower(name)', column: 'sources', toToken: hostToken },
} as const

export type NamedKind = keyof typeof KINDS

/** All entities or hosts with the numbers of their events; of some there may be none any more. */
export function readNames(index: IndexSnapshot, kind: NamedKind): NameList {
  return index.lists.getOrMake(`names of ${kind}`, () => {
    const { table, folded } = KINDS[kind]
    const [row] = index.all<{ ids: string; names: string; folded: string }>(
      `SELECT json_group_array(id) AS ids, json_group_array(name) AS names,
         json_group_array(${folded}) AS folded FROM ${table}`,
    )
    const ids = JSON.parse(row?.ids ?? '[]') as number[]
    const places = ids.reduce((most, id) => Math.max(most, id + 1), 0)
    const arrange = (json = '[]') => {
      const list = new Array<string>(places).fill('')
      ;(JSON.parse(json) as string[]).forEach((name, at) => {
        list[ids[at] ?? 0] = name
      })
      return list
    }
    return {
      names: arrange(row?.names),
      folded: arrange(row?.folded),
      counts: countNames(index, kind, ids, places),
    }
  })
}

function countNames(
  index: IndexSnapshot,
  kind: NamedKind,
  ids: number[],
  places: number,
): Uint32Array {
  const columns = readColumns(index)
  if (columns) {
    const size = columns.ids.length
    return countValues(columns[kind], makeRange(size, 0, size), places)
  }
  const { column, toToken } = KINDS[kind]
  const [row] = index.all<{ counts: string }>(
    `SELECT json_group_object(term, doc) AS counts FROM temp.word WHERE term >= ? AND col = ?`,
    ...[toToken(0), column],
  )
  const byToken = JSON.parse(row?.counts ?? '{}') as Record<string, number>
  const counts = new Uint32Array(places)
  for (const id of ids) counts[id] = byToken[toToken(id)] ?? 0
  return counts
}
