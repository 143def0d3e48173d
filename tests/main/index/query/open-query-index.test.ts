import {
  copyFileSync,
  existsSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openQueryIndex } from '../../../../src-main/index/query/open-query-index.ts'
import { type TestEvent, makeIndex } from './make-index.ts'
import { findIds, useFolder, useIndex } from './use-index.ts'

const event = (key: string): TestEvent => ({ key, date: '2008-06-06', title: `Fuel ${key}` })
const search = { query: 'fuel', sort: 'date', isFolded: false, offset: 0, limit: 10 } as const
const names = { filter: '', sort: 'count', offset: 0, limit: 10 } as const

describe('openQueryIndex', () => {
  it('answers empty while there is no file, and with what is there once it is', () => {
    const path = join(useFolder(), 'index.sqlite')
    const query = openQueryIndex(path)
    expect(query.search(search)).toMatchObject({
      total: 0,
      hits: [],
      interpreted: 'text has “fuel”',
    })
    expect(query.searchIds(search)).toEqual([])
    expect(query.listYears()).toEqual([])
    expect(query.listDays(2008, 6)).toEqual([])
    expect(query.listEntities(names)).toEqual({ total: 0, names: [] })
    expect(query.listSources(names)).toEqual({ total: 0, names: [] })
    expect(query.copyEvents(['a'])).toEqual([])
    expect(query.report()).toBeNull()
    expect(query.counts()).toEqual({ events: 0, entities: 0, hosts: 0 })
    expect(query.resolveLink('a', 'b')).toMatchObject({ kind: 'missing' })
    expect(() => query.readEvent('a')).toThrow(expect.objectContaining({ code: 'EVENT_NOT_FOUND' }))
    expect(existsSync(path)).toBe(false)

    const file = makeIndex(path, [event('a')])
    expect(findIds(query, 'fuel')).toEqual(['a'])
    query.close()
    file.close()
  })

  it.each([
    ['empty', ''],
    ['a database without tables', null],
  ])('answers empty while the file is %s', (_what, content) => {
    const path = join(useFolder(), 'index.sqlite')
    if (content === null) new DatabaseSync(path).close()
    else writeFileSync(path, content)
    const query = openQueryIndex(path)
    expect(query.search(search).total).toBe(0)
    query.close()
  })

  it('takes no database of another program for an index', () => {
    const { query, file } = useIndex([event('a')])
    expect(query.search(search).total).toBe(1)
    file.database.exec('PRAGMA application_id = 1')
    query.close()
    expect(query.search(search).total).toBe(0)
  })

  it('sees what an import adds between two calls, also where answers are kept', () => {
    const { query, file } = useIndex([event('a')])
    for (const key of ['b', 'c']) {
      const before = findIds(query, 'fuel')
      expect(query.search({ ...search, offset: 1 }).total).toBe(before.length)
      file.add([event(key)])
      expect(findIds(query, 'fuel')).toEqual([key, ...before])
      expect(query.counts().events).toBe(before.length + 1)
    }
  })

  it('does not see what an import has not committed', () => {
    const { query, file } = useIndex([event('a')])
    file.database.exec('BEGIN; DELETE FROM event; DELETE FROM event_text;')
    expect(findIds(query, 'fuel')).toEqual(['a'])
    file.database.exec('COMMIT')
    expect(findIds(query, 'fuel')).toEqual([])
  })

  it('opens an index anew that took the place of another', () => {
    const { query, file } = useIndex([event('a')])
    expect(findIds(query, 'fuel')).toEqual(['a'])
    const other = makeIndex(`${file.path}-new`, [event('b')])
    other.close()
    file.close()
    for (const suffix of ['-wal', '-shm']) rmSync(file.path + suffix, { force: true })
    renameSync(`${file.path}-new`, file.path)
    expect(findIds(query, 'fuel')).toEqual(['b'])
    rmSync(file.path)
    expect(findIds(query, 'fuel')).toEqual([])
    makeIndex(file.path, [event('c')]).close()
    expect(findIds(query, 'fuel')).toEqual(['c'])
    query.close()
    file.database.open()
  })

  it('refuses a damaged index with INDEX_UNUSABLE, and recovers when it is whole again', () => {
    const folder = useFolder()
    const path = join(folder, 'index.sqlite')
    makeIndex(
      path,
      Array.from({ length: 500 }, (_, number) => event(`event-${number}`)),
    ).close()
    copyFileSync(path, `${path}-whole`)
    truncateSync(path, Math.floor(statSync(path).size / 2))
    const query = openQueryIndex(path)
    const code = { code: 'INDEX_UNUSABLE', details: expect.objectContaining({ path }) as object }
    expect(() => findIds(query, 'fuel')).toThrow(expect.objectContaining(code))
    writeFileSync(path, 'no database at all '.repeat(100))
    expect(() => findIds(query, 'fuel')).toThrow(expect.objectContaining(code))
    renameSync(`${path}-whole`, path)
    expect(findIds(query, 'fuel')).toHaveLength(500)
    query.close()
  })

  it('gives the report of the last import', () => {
    const { query, file } = useIndex([])
    expect(query.report()).toBeNull()
    const report = { archive: '/archive', events: 3, problems: [] }
    file.database.prepare("INSERT INTO meta VALUES ('report', ?)").run(JSON.stringify(report))
    expect(query.report()).toEqual(report)
  })
})
