import type { LinkTarget } from '#shared/contract.ts'
import type { EventId } from '#shared/event.ts'
import { joinLink } from '../import/link-path.ts'
import { rangeOfDate } from './date-range.ts'
import { findLinkedEvent } from './event-keys.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { readDate } from './list-relations.ts'

const SCHEME = /^(?<scheme>[a-z][a-z0-9+.-]*):/iu
const WEB_SCHEMES = ['http', 'https', 'mailto']
const DAY_PAGE = /(?:^|\/)(?:index|readme)(?:\.[a-z]+)?$|\/$/iu

/**
 * Where a link in a page leads.
 *
 * @param from - Id of the event whose page holds the link.
 * @param href - As written there.
 */
export function resolveLink(index: IndexSnapshot, from: EventId, href: string): LinkTarget {
  const address = href.trim()
  const scheme = SCHEME.exec(address)?.groups?.['scheme']?.toLowerCase()
  if (scheme !== undefined) return resolveAddress(address, scheme)
  if (address.startsWith('//')) return resolveAddress(`https:${address}`, 'https')

  const path = decodePath(address)
  if (path === '') return { kind: 'missing', reason: 'The link leads to no page.' }
  const event = findLinkedEvent(index, path, from)
  if (event) return { kind: 'event', id: event.key }
  const date = DAY_PAGE.test(path) ? findDay(index, joinLink(path, from)) : null
  if (date !== null) return { kind: 'day', date }
  return { kind: 'missing', reason: `The archive has no page “${path}”.` }
}

function resolveAddress(address: string, scheme: string): LinkTarget {
  if (!WEB_SCHEMES.includes(scheme) || !URL.canParse(address)) {
    return { kind: 'missing', reason: `Addresses like “${scheme}:” are not opened.` }
  }
  return { kind: 'web', url: new URL(address).href }
}

function decodePath(address: string): string {
  const path = address.replace(/[?#].*$/su, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The day of a day page that has events, or `null`. */
function findDay(index: IndexSnapshot, path: string): string | null {
  const [listed] = index.all<{ date: string | null }>(
    `SELECT date FROM event JOIN page ON page.id = day_page_id
     WHERE path = ? AND date IS NOT NULL LIMIT 1`,
    path,
  )
  const date = listed?.date ?? readDate(path)
  if (date === null) return null
  const { first, end } = rangeOfDate(date)
  const sql = 'SELECT id FROM event WHERE id >= ? AND id < ? LIMIT 1'
  return index.numbers(sql, first, end).length > 0 ? date : null
}
