import type { DatabaseSync } from 'node:sqlite'
import type { EventId } from '#shared/event.ts'
import { PackedLinks } from '../packed-links.ts'

/** An event some of whose links lead where they shall not lead any longer. */
interface LinkingEvent {
  id: number
  page_id: number | null
  links: PackedLinks
}

/** What remains of an event that is gone. */
export interface GoneEvent {
  key: EventId
  title: string
}

/**
 * Changes where relations and revisions lead, in all events at once, because whoever links to an
 * event is only found by a look at them all.
 */
export class LinkChanges {
  readonly #database: DatabaseSync
  readonly #moved = new Map<number, number>()
  readonly #gone = new Map<number, GoneEvent>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  /** Have what leads to one row id lead to another. */
  redirect(from: number, to: number): void {
    this.#moved.set(from, to)
  }

  /** Have what leads to an event be unresolved, with the id and title it is read by. */
  detach(number: number, event: GoneEvent): void {
    this.#gone.set(number, event)
  }

  /** Write what waits; to be called before a transaction ends. */
  flush(): void {
    const touched = new Set([...this.#moved.keys(), ...this.#gone.keys()])
    if (touched.size === 0) return
    this.#changeRelations(touched)
    this.#changeRevisions(touched)
    this.#moved.clear()
    this.#gone.clear()
  }

  #changeRelations(touched: ReadonlySet<number>): void {
    const update = this.#database.prepare('UPDATE event SET links = ? WHERE id = ?')
    const addUnresolved = this.#database.prepare(
      'INSERT OR REPLACE INTO unresolved_link (event_id, position, target_key, title) VALUES (?, ?, ?, ?)',
    )
    for (const { id, links } of findLinkingEvents(this.#database, touched)) {
      for (let position = 0; position < links.count; position++) {
        const former = links.targetOf(position)
        if (!touched.has(former)) continue
        const { target, gone } = this.#follow(former)
        links.setTarget(position, target)
        if (gone) addUnresolved.run(id, position, gone.key, gone.title)
      }
      update.run(links.bytes, id)
    }
  }

  #changeRevisions(touched: ReadonlySet<number>): void {
    const update = this.#database.prepare('UPDATE revision SET target_id = ? WHERE target_id = ?')
    for (const former of touched) {
      const { target } = this.#follow(former)
      update.run(target === 0 ? null : target, former)
    }
  }

  /** Where a link to `former` leads at last; 0 where its event is gone. */
  #follow(former: number): { target: number; gone: GoneEvent | null } {
    let target = former
    for (let next = this.#moved.get(target); next !== undefined; next = this.#moved.get(target)) {
      target = next
    }
    const gone = this.#gone.get(target) ?? null
    return { target: gone ? 0 : target, gone }
  }
}

/** Events with relations to some of these row ids. */
export function findLinkingEvents(
  database: DatabaseSync,
  numbers: ReadonlySet<number>,
): LinkingEvent[] {
  const linking: LinkingEvent[] = []
  const rows = database.prepare('SELECT id, page_id, links FROM event WHERE length(links) > 0')
  for (const row of rows.iterate()) {
    const event = row as unknown as Omit<LinkingEvent, 'links'> & { links: Uint8Array }
    const links = new PackedLinks(event.links)
    if (links.hasTargetIn(numbers)) linking.push({ ...event, links })
  }
  return linking
}
