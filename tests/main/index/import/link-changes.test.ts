import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { LinkChanges, findLinkingEvents } from '../../../../src-main/index/import/link-changes.ts'
import { LINK_BYTES, PackedLinks } from '../../../../src-main/index/packed-links.ts'
import { SCHEMA } from '../../../../src-main/index/schema.ts'

const NOTHING = new Uint8Array()

/** An index of events whose row ids are their places from 1 on. @param targets - Of each event. */
function makeIndex(targets: number[][]): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  database.exec(SCHEMA)
  const insert = database.prepare(
    `INSERT INTO event (id, page_id, entities, hosts, links, key, title, sources, summary)
     VALUES (?, ?, ?, ?, ?, ?, ?, '[]', '')`,
  )
  targets.forEach((list, index) => {
    const links = new PackedLinks(new Uint8Array(list.length * LINK_BYTES))
    list.forEach((target, position) => {
      links.setContext(position, 7)
      links.setTarget(position, target)
    })
    const id = index + 1
    insert.run(id, id + 100, NOTHING, NOTHING, links.bytes, `key-${id}`, `Title ${id}`)
  })
  return database
}

function readTargets(database: DatabaseSync): number[][] {
  return database
    .prepare('SELECT links FROM event ORDER BY id')
    .all()
    .map(({ links }) => {
      const packed = new PackedLinks(links as Uint8Array)
      return Array.from({ length: packed.count }, (_, at) => packed.targetOf(at))
    })
}

function readUnresolved(database: DatabaseSync): unknown[] {
  const sql = 'SELECT event_id, position, target_key, title FROM unresolved_link ORDER BY 1, 2'
  return database
    .prepare(sql)
    .all()
    .map((row) => Object.values(row))
}

describe('LinkChanges', () => {
  it('keeps id and title of an event that is gone where links led to it', () => {
    const database = makeIndex([[2, 3, 2], [1], [2]])
    const changes = new LinkChanges(database)
    changes.detach(2, { key: 'key-2', title: 'Title 2' })
    expect(readTargets(database)).toEqual([[2, 3, 2], [1], [2]])
    changes.flush()
    expect(readTargets(database)).toEqual([[0, 3, 0], [1], [0]])
    expect(readUnresolved(database)).toEqual([
      [1, 0, 'key-2', 'Title 2'],
      [1, 2, 'key-2', 'Title 2'],
      [3, 0, 'key-2', 'Title 2'],
    ])
    const [link] = findLinkingEvents(database, new Set([3]))
    expect(link?.links.contextOf(1)).toBe(7)
  })

  it('follows an event from place to place, also where it is gone at last', () => {
    const database = makeIndex([
      [2, 3],
      [1, 9],
    ])
    const changes = new LinkChanges(database)
    changes.redirect(2, 8)
    changes.redirect(8, 5)
    changes.redirect(3, 6)
    changes.detach(6, { key: 'six', title: 'Six' })
    changes.flush()
    expect(readTargets(database)).toEqual([
      [5, 0],
      [1, 9],
    ])
    expect(readUnresolved(database)).toEqual([[1, 1, 'six', 'Six']])
  })

  it('moves and releases earlier wordings likewise', () => {
    const database = makeIndex([[], [], []])
    database.exec(
      `INSERT INTO revision (event_id, position, target_id, target_key, title)
       VALUES (1, 0, 2, 'b', 'B'), (1, 1, 3, 'c', 'C')`,
    )
    const changes = new LinkChanges(database)
    changes.redirect(2, 4)
    changes.detach(3, { key: 'c', title: 'C' })
    changes.flush()
    const rows = database.prepare('SELECT target_id FROM revision ORDER BY position').all()
    expect(rows.map(({ target_id: target }) => target)).toEqual([4, null])
  })

  it('changes nothing twice', () => {
    const database = makeIndex([[2], []])
    const changes = new LinkChanges(database)
    changes.redirect(2, 3)
    changes.flush()
    database.exec('UPDATE event SET links = (SELECT links FROM event WHERE id = 2) WHERE id = 1')
    changes.flush()
    expect(readTargets(database)).toEqual([[], []])
  })
})

describe('findLinkingEvents', () => {
  it('finds the events with the pages they stand on', () => {
    const database = makeIndex([[2, 3], [3], []])
    const found = findLinkingEvents(database, new Set([3]))
    expect(found.map(({ id, page_id: page }) => [id, page])).toEqual([
      [1, 101],
      [2, 102],
    ])
  })
})
