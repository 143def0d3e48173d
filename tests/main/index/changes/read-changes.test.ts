import { describe, expect, it } from 'vitest'
import { readMoves } from '../../../../src-main/index/changes/read-changes.ts'
import { useEventTable } from './event-table.ts'

/** One event of each kind, each on a day of its own, the added one newest. */
function useChanges() {
  const kept = { bytes: 'one', title: 'Moved' }
  const table = useEventTable({
    'x/changed': { date: '2012-03-03' },
    'x/moved': { ...kept, date: '2012-03-02' },
    'x/removed': { date: '2012-03-01' },
    'x/same': {},
  })
  table.add('x/added', { date: '2012-03-04' })
  table.rewrite('x/changed', { date: '2012-03-03', title: 'Other' })
  table.move('x/moved', 'y/moved', { ...kept, date: '2012-03-02' })
  table.remove('x/removed')
  table.finish()
  return table
}

const ids = (page: { changes: { id: string }[] }) => page.changes.map(({ id }) => id)

describe('readChanges', () => {
  it('lists annotated events first, then the newest', () => {
    const page = useChanges().list({}, ['x/removed', 'x/same'])
    expect(ids(page)).toEqual(['x/removed', 'x/added', 'x/changed', 'y/moved'])
    expect(page.changes.map(({ isAnnotated }) => isAnnotated)).toEqual([true, false, false, false])
    expect(page).toMatchObject({ annotated: 1, total: 4 })
  })

  it('asks the notebook for both ids of a moved event', () => {
    const table = useChanges()
    expect(ids(table.list({ onlyAnnotated: true }, ['x/moved']))).toEqual(['y/moved'])
    expect(ids(table.list({ onlyAnnotated: true }, ['y/moved']))).toEqual(['y/moved'])
  })

  it('counts what was asked for exactly, and all changes beside it', () => {
    const table = useChanges()
    const counts = { added: 1, changed: 1, removed: 1, moved: 1 }
    const annotated = ['x/removed', 'y/moved']
    expect(table.list({ kind: 'removed' }, annotated)).toMatchObject({
      ...{ counts, annotated: 2, total: 1 },
      changes: [{ id: 'x/removed' }],
    })
    expect(table.list({ onlyAnnotated: true }, annotated)).toMatchObject({ counts, total: 2 })
    expect(table.list({ kind: 'added', onlyAnnotated: true }, annotated)).toMatchObject({
      ...{ counts, annotated: 2, total: 0, changes: [] },
    })
  })

  it('cuts the list into pages that meet', () => {
    const table = useChanges()
    const first = table.list({ limit: 3 }, ['x/changed'])
    const second = table.list({ offset: 3, limit: 3 }, ['x/changed'])
    expect([...ids(first), ...ids(second)]).toEqual(ids(table.list({}, ['x/changed'])))
    expect(table.list({ offset: 10 })).toMatchObject({ total: 4, changes: [] })
  })

  it('keeps undated events and every script', () => {
    const table = useEventTable()
    table.add('笔记/زلزال', { date: null, title: '地震 “يضرب” {}', topic: "O'Neill" })
    table.add('b', { date: '2008', title: 'Older' })
    table.finish()
    expect(table.list().changes.map(({ title, date }) => [title, date])).toEqual([
      ['Older', '2008'],
      ['地震 “يضرب” {}', null],
    ])
  })
})

describe('readMoves', () => {
  it('gives the old and the new id of every moved event', () => {
    expect(readMoves(useChanges())).toEqual([{ from: 'x/moved', to: 'y/moved' }])
  })

  it('gives nothing after a first import', () => {
    expect(readMoves(useEventTable({ a: {} }))).toEqual([])
  })
})
