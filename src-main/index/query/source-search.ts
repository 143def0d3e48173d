import type { EventId } from '#shared/event.ts'
import { readOrdinals } from './archive-ordinals.ts'
import { forEachOrdinal } from './bitmap.ts'
import type { IndexSnapshot } from './index-snapshot.ts'
import { findOwners } from './leaves/find-named.ts'
import { normaliseAddress } from './normalise-address.ts'
import type { QueryContext } from './query-context.ts'

/** Looks for the events that cite web pages, a few events at a time. */
export class SourceSearch {
  readonly #addresses: (ReturnType<typeof normaliseAddress> | null)[]
  /** Events that cite each page asked for. */
  readonly #found: ReadonlyMap<string, EventId[]>

  /** @param urls - Compared as {@link normaliseAddress} says. */
  constructor(urls: readonly string[]) {
    this.#addresses = urls.map(normaliseAddress)
    this.#found = new Map(
      this.#addresses.flatMap((address) => (address ? [[address.page, []]] : [])),
    )
  }

  /** Row ids of the events that cite any page of the same hosts, in order of date. */
  listCandidates(context: QueryContext): number[] {
    const names = new Set(this.#addresses.flatMap((address) => address?.host ?? []))
    const hosts = context.index.numbers(
      'SELECT id FROM host WHERE lower(name) IN (SELECT value FROM json_each(?))',
      JSON.stringify([...names]),
    )
    const ordinals = readOrdinals(context.index)
    const numbers: number[] = []
    if (hosts.length === 0) return numbers
    forEachOrdinal(findOwners(context, 'hosts', hosts), (ordinal) => {
      numbers.push(ordinals.idOf(ordinal))
    })
    return numbers
  }

  /** Look at some of the candidates. */
  look(index: IndexSnapshot, numbers: readonly number[]): void {
    const sql = 'SELECT key, sources FROM event WHERE id = ?'
    for (const number of numbers) {
      const [event] = index.all<{ key: EventId; sources: string }>(sql, number)
      const sources = JSON.parse(event?.sources ?? '[]') as [string, string | null][]
      for (const [, url] of sources) {
        const page = url === null ? undefined : normaliseAddress(url)?.page
        const events = page === undefined ? undefined : this.#found.get(page)
        if (event && events && !events.includes(event.key)) events.push(event.key)
      }
    }
  }

  /** The events found so far, in the order of the addresses; none for what is no web address. */
  list(): EventId[][] {
    return this.#addresses.map((address) => [...((address && this.#found.get(address.page)) ?? [])])
  }
}
