import type { EventId } from '#shared/event.ts'
import { EventDirectory, type KnownEvent } from '../import/event-directory.ts'
import { countSegments, toComparablePath } from '../import/link-path.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { readReport } from './read-report.ts'

const PAGE_EXTENSION = /\.(?:md|markdown)$/iu

/**
 * The row id of an event.
 *
 * @param id - Event id; `.md` at its end, a slash before it, case and Unicode form do not matter.
 * @returns `null` where no event has this id.
 */
export function findEventNumber(index: IndexSnapshot, id: EventId): number | null {
  const [exact] = index.numbers('SELECT id FROM event WHERE key = ?', id)
  if (exact !== undefined) return exact
  const path = normalisePath(id)
  const [normal] = index.numbers('SELECT id FROM event WHERE key = ?', path)
  return normal ?? findComparable(index, path)
}

/** Looks through all keys that may be written otherwise: as short, but for zeros that pad numbers. */
function findComparable(index: IndexSnapshot, path: string): number | null {
  const slack = countSegments(path)
  const { length } = Array.from(path)
  const [row] = index.all<{ keys: string; numbers: string }>(
    `SELECT json_group_array(key) AS keys, json_group_array(id) AS numbers FROM event
     WHERE length(key) BETWEEN ? AND ?`,
    ...[length - slack, length + slack],
  )
  const wanted = toComparablePath(path)
  const keys = JSON.parse(row?.keys ?? '[]') as EventId[]
  const place = keys.findIndex((key) => toComparablePath(key) === wanted)
  return (JSON.parse(row?.numbers ?? '[]') as number[])[place] ?? null
}

/**
 * The event a link leads to, by the rule of the import.
 *
 * @param path - Decoded, without fragment and query.
 * @param from - Id of the event whose page holds the link.
 */
export function findLinkedEvent(
  index: IndexSnapshot,
  path: string,
  from: EventId,
): KnownEvent | null {
  const target = path.startsWith('/') ? `/${normalisePath(path)}` : normalisePath(path)
  return openDirectory(index).find(target, from)
}

/** NFC, without a slash before it and the extension of a page. */
function normalisePath(path: string): string {
  return path.normalize('NFC').replace(/^\/+/u, '').replace(PAGE_EXTENSION, '')
}

/** Made only when an id is not found as it is, since it takes a while in a large archive. */
function openDirectory(index: IndexSnapshot): EventDirectory {
  return index.lists.getOrMake('event directory', () => {
    const directory = new EventDirectory(readReport(index)?.archive ?? '')
    const [row] = index.all<{ keys: string; numbers: string }>(
      'SELECT json_group_array(key) AS keys, json_group_array(id) AS numbers FROM event',
    )
    directory.add({
      keys: JSON.parse(row?.keys ?? '[]') as EventId[],
      numbers: JSON.parse(row?.numbers ?? '[]') as number[],
    })
    return directory
  })
}
