import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { DigestedEvent, ListedEvent } from '../../../../src-main/index/import/messages.ts'
import { openNameTables } from '../../../../src-main/index/import/name-table.ts'
import { ReaderNames } from '../../../../src-main/index/import/reader-names.ts'
import { LINK_BYTES, PackedLinks } from '../../../../src-main/index/packed-links.ts'
import { SCHEMA } from '../../../../src-main/index/schema.ts'

function pack(...numbers: number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(numbers).buffer)
}

function makeEvent(entities: number[], hosts: number[], contexts: number[]): DigestedEvent {
  const links = new PackedLinks(new Uint8Array(contexts.length * LINK_BYTES))
  contexts.forEach((context, position) => {
    links.setContext(position, context)
    links.setTarget(position, 99)
  })
  return {
    ...{ entities: pack(...entities), hosts: pack(...hosts), links: links.bytes },
    ...{ date: null, title: '', topic: null, summary: '', body: null, tags: null },
    ...{ dayPageId: null, unresolved: [], sources: '[]', sourceNames: '', revisions: [] },
  }
}

function makeListed(entities: number[], topicEntity: number): ListedEvent {
  return {
    ...{ key: 'a', date: null, title: '', topic: null, summary: '', dayPageId: 1, isOwnDay: true },
    ...{ entities, topicEntity },
  }
}

describe('ReaderNames', () => {
  it('gives a name the same row id whichever thread met it first', () => {
    const database = new DatabaseSync(':memory:')
    database.exec(SCHEMA)
    database.exec("INSERT INTO entity (id, name, folded) VALUES (5, 'Japan', 'japan')")
    const tables = openNameTables(database)
    const [one, other] = [new ReaderNames(tables), new ReaderNames(tables)]
    one.learn({ entities: ['Peru', 'Japan'], contexts: ['["Peru"]'], hosts: [] })
    other.learn({ entities: ['Japan', 'Peru'], contexts: [], hosts: ['bbc.example'] })
    other.learn({ entities: ['Chile'], contexts: ['["Chile"]', '["Peru"]'], hosts: [] })
    expect(one.translateListed(makeListed([1, 2], 0))).toEqual(makeListed([6, 5], 0))
    expect(other.translateListed(makeListed([1, 3], 2))).toEqual(makeListed([5, 7], 6))

    const event = makeEvent([3, 1], [1], [2, 0, 1])
    other.translate(event)
    expect([event.entities, event.hosts]).toEqual([pack(7, 5), pack(1)])
    const links = new PackedLinks(event.links)
    expect([0, 1, 2].map((at) => [links.contextOf(at), links.targetOf(at)])).toEqual([
      [1, 99],
      [0, 99],
      [2, 99],
    ])

    for (const table of Object.values(tables)) table.flush()
    const names = (sql: string) =>
      database
        .prepare(sql)
        .all()
        .map((row) => Object.values(row))
    expect(names('SELECT * FROM entity ORDER BY id')).toEqual([
      [5, 'Japan', 'japan'],
      [6, 'Peru', 'peru'],
      [7, 'Chile', 'chile'],
    ])
    expect(names('SELECT * FROM context ORDER BY id')).toEqual([
      [1, '["Peru"]'],
      [2, '["Chile"]'],
    ])
  })
})
