import type {
  ChangeKind,
  ChangePage,
  ChangesRequest,
  EventChange,
  EventText,
} from '#shared/changes.ts'
import type { EventId } from '#shared/event.ts'
import { CHANGE_STATE_KEY, type ChangeState } from './change-state.ts'
import type { EventMove } from './find-moves.ts'

/** What is asked of an open index. */
export interface ChangeReader {
  all<Row>(sql: string, ...params: (string | number)[]): Row[]
}

/** The list without its texts, newest date first: one array per column. */
interface ChangeList {
  positions: number[]
  kinds: ChangeKind[]
  keys: EventId[]
  formerKeys: (EventId | null)[]
}

type ChangeRow = Omit<EventChange, 'before' | 'after' | 'isAnnotated'> & {
  position: number
  before: string | null
  after: string | null
}

/**
 * A page of what the last import that changed anything did: annotated events first, then the newest.
 *
 * @param isAnnotated - Whether the notebook has something of an id; asked for both ids of a moved event.
 */
export function readChanges(
  index: ChangeReader,
  request: ChangesRequest,
  isAnnotated: (id: EventId) => boolean,
): ChangePage {
  const { kind, onlyAnnotated, offset, limit } = request
  const state = readState(index)
  if (!state || state.at === null) return EMPTY_PAGE
  const { positions, kinds, keys, formerKeys } = listChanges(index)
  const annotated = keys.map((key, place) => {
    const formerKey = formerKeys[place] ?? null
    return isAnnotated(key) || (formerKey !== null && isAnnotated(formerKey))
  })
  const places = [...keys.keys()].filter((place) => kind === null || kinds[place] === kind)
  const others = onlyAnnotated ? [] : places.filter((place) => !annotated[place])
  const asked = [...places.filter((place) => annotated[place]), ...others]
  const shown = asked.slice(offset, offset + limit)
  const changes = readRows(index, new Set(shown.flatMap((place) => positions[place] ?? [])))
  return {
    at: state.at,
    counts: state.counts,
    annotated: annotated.filter(Boolean).length,
    total: asked.length,
    changes: shown.flatMap((place) => {
      const change = changes.get(positions[place] ?? 0)
      return change ? [{ ...change, isAnnotated: annotated[place] ?? false }] : []
    }),
  }
}

/** Old and new ids of the events that the last import that changed anything found moved. */
export function readMoves(index: ChangeReader): EventMove[] {
  return index
    .all<{ from: EventId; to: EventId }>(
      `SELECT former_key AS "from", key AS "to" FROM change WHERE kind = 'moved' ORDER BY position`,
    )
    .map(({ from, to }) => ({ from, to }))
}

/** The page where no import has changed anything yet. */
export const EMPTY_PAGE: ChangePage = {
  at: null,
  counts: { added: 0, changed: 0, removed: 0, moved: 0 },
  annotated: 0,
  total: 0,
  changes: [],
}

function readState(index: ChangeReader): ChangeState | null {
  const [row] = index.all<{ value: string }>(
    'SELECT value FROM meta WHERE key = ?',
    CHANGE_STATE_KEY,
  )
  return row ? (JSON.parse(row.value) as ChangeState) : null
}

/** Arrays in JSON are fetched several times faster than rows. */
function listChanges(index: ChangeReader): ChangeList {
  const [row] = index.all<Record<keyof ChangeList, string>>(
    `SELECT json_group_array(position) AS positions, json_group_array(kind) AS kinds,
       json_group_array(key) AS keys, json_group_array(former_key) AS formerKeys
     FROM (SELECT position, kind, key, former_key FROM change ORDER BY position)`,
  )
  if (!row) throw new Error('An aggregate has a row')
  return {
    positions: JSON.parse(row.positions) as number[],
    kinds: JSON.parse(row.kinds) as ChangeKind[],
    keys: JSON.parse(row.keys) as EventId[],
    formerKeys: JSON.parse(row.formerKeys) as (EventId | null)[],
  }
}

/** Changes by position. */
function readRows(
  index: ChangeReader,
  positions: ReadonlySet<number>,
): Map<number, Omit<EventChange, 'isAnnotated'>> {
  const rows = index.all<ChangeRow>(
    `SELECT position, kind, key AS id, former_key AS formerId, date, title, before, after
     FROM change WHERE position IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...positions]),
  )
  return new Map(
    rows.map(({ position, kind, id, formerId, date, title, before, after }) => [
      position,
      { kind, id, formerId, date, title, before: readText(before), after: readText(after) },
    ]),
  )
}

function readText(json: string | null): EventText | null {
  return json === null ? null : (JSON.parse(json) as EventText)
}
