import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { gatherColumns, writeColumns } from '../../../../src-main/index/columns/build-columns.ts'
import { ArchiveColumns } from '../../../../src-main/index/columns/read-columns.ts'
import type { ListsByEvent } from '../../../../src-main/index/columns/lists-by-event.ts'
import type { TestEvent } from '../query/make-index.ts'
import { useIndex } from '../query/use-index.ts'

const EVENTS: TestEvent[] = [
  {
    key: 'treaty',
    date: '2008-06-06',
    title: 'Treaty',
    topic: 'Water',
    summary: 'Signed.',
    entities: ['Japan', 'Angola'],
    sources: [{ url: 'http://radio.example/1' }, { url: 'http://radio.example/2' }],
    relations: [{ key: 'storm' }, { key: 'gone' }, { key: 'storm' }],
    hasProblem: true,
  },
  { key: 'undated', date: null, title: 'Undated', topic: 'Water', entities: ['Japan'] },
  {
    key: 'storm',
    date: '2008-06-07',
    title: 'Storm',
    relations: [{ key: 'treaty' }],
    revisions: [{ key: 'gone', title: 'Gone' }],
  },
]

function readColumns(database: DatabaseSync): ArchiveColumns {
  const find = database.prepare('SELECT data FROM event_column WHERE name = ?')
  return new ArchiveColumns((name) => {
    const row = find.get(name)
    return row ? (row['data'] as Uint8Array<ArrayBuffer>).slice().buffer : null
  })
}

function toArrays({ starts, values }: ListsByEvent): number[][] {
  return Array.from(starts.subarray(1), (end, at) => [...values.subarray(starts[at], end)])
}

describe('writeColumns', () => {
  it('writes what every event has, in order of row id', () => {
    const { file } = useIndex(EVENTS)
    const columns = readColumns(file.database)
    const idOf = (key: string) => file.numbers.get(key)!
    expect([...columns.ids]).toEqual(['undated', 'treaty', 'storm'].map(idOf))
    const entities = file.database.prepare('SELECT id FROM entity ORDER BY name DESC').all()
    const [japan, angola] = entities.map(({ id }) => id as number)
    expect(toArrays(columns.entities)).toEqual([[japan], [japan, angola], []])
    expect(toArrays(columns.hosts)).toEqual([[], [1], []])
    expect(toArrays(columns.backlinks)).toEqual([[], [2], [1, 1]])
    expect([...columns.linkStarts]).toEqual([0, 0, 2, 3])
    expect(columns.topicNames).toEqual(['', 'Water'])
    expect([...columns.topics]).toEqual([1, 1, 0])
    expect([...columns.flags]).toEqual([0, 1 + 2 + 8, 4])
  })

  it('knows what an event has that only a day page lists', () => {
    const { file } = useIndex([
      { key: 'listed', date: '2008', title: 'Listed', summary: 'Text.', isListedOnly: true },
      { key: 'broken', date: '2009', title: 'Broken', hasProblem: true },
    ])
    expect([...readColumns(file.database).flags]).toEqual([2, 8])
  })

  it('keeps the groups, and says where they are not known', () => {
    const { file } = useIndex(EVENTS, { groups: [['treaty', 'storm']] })
    expect([...readColumns(file.database).groups!]).toEqual([0, 1, 1])
    writeColumns(file.database, gatherColumns(file.database), null)
    expect(readColumns(file.database).groups).toBeNull()
  })

  it('writes columns anew in place of those that were there', () => {
    const { file } = useIndex(EVENTS)
    file.add([{ key: 'later', date: '2009', title: 'Later' }])
    file.finish()
    expect(readColumns(file.database).ids).toHaveLength(4)
  })

  it('makes columns of no events', () => {
    const columns = readColumns(useIndex([]).file.database)
    expect(columns.ids).toHaveLength(0)
    expect(toArrays(columns.entities)).toEqual([])
    expect(columns.topicNames).toEqual([''])
  })

  it('takes lists with every byte in their numbers', () => {
    const names = Array.from({ length: 300 }, (_, number) => `Entity ${number}`)
    const { file } = useIndex([{ key: 'a', date: '2008', title: 'a', entities: names }])
    const ids = file.database.prepare('SELECT id FROM entity').all()
    expect(toArrays(readColumns(file.database).entities)[0]!.toSorted((a, b) => a - b)).toEqual(
      ids.map(({ id }) => id as number).toSorted((a, b) => a - b),
    )
  })
})
