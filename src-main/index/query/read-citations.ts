import type { EventId } from '#shared/event.ts'
import { findEventNumber } from './event-keys.ts'
import type { IndexSnapshot } from './index-snapshot.ts'

/** What an event cites. */
export interface Citations {
  /** As the page names them, each once, in its order. */
  outlets: string[]
  /** Web addresses, likewise. */
  addresses: string[]
}

/** What events cite, in the order of `ids`; nothing for those not in the archive. */
export function readCitations(index: IndexSnapshot, ids: readonly EventId[]): Citations[] {
  const sql = 'SELECT sources FROM event WHERE id = ?'
  return ids.map((id) => {
    const number = findEventNumber(index, id)
    const [event] = number === null ? [] : index.all<{ sources: string }>(sql, number)
    const sources = JSON.parse(event?.sources ?? '[]') as [name: string, url: string | null][]
    return {
      outlets: [...new Set(sources.map(([name]) => name))],
      addresses: [...new Set(sources.flatMap(([, url]) => url ?? []))],
    }
  })
}
