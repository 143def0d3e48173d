import { describe, expect, it } from 'vitest'
import { useEventTable, useUnfinishedTable } from './event-table.ts'

const NOTHING = { added: 0, changed: 0, removed: 0, moved: 0 }

describe('recordChanges', () => {
  it('lists nothing after a first import', () => {
    const table = useEventTable({ a: {}, b: {} })
    expect(table.list()).toEqual({ at: null, counts: NOTHING, annotated: 0, total: 0, changes: [] })
  })

  it('takes no notes during a first import, however often it is killed', () => {
    const table = useUnfinishedTable({ a: {} })
    table.rewrite('a', { title: 'Other' })
    table.remove('a')
    table.add('b')
    const notes = table.all('SELECT key FROM new_event UNION ALL SELECT key FROM former_event')
    expect(notes).toEqual([])
    expect(table.finish()).toEqual(NOTHING)
    expect(table.list().at).toBeNull()
  })

  it('tells added, changed and removed events apart, newest first', () => {
    const table = useEventTable({ a: {}, b: { date: '2012-03-05' }, c: {} })
    table.add('d', { date: '2012-03-06' })
    table.rewrite('b', { date: '2012-03-05', title: 'Another headline' })
    table.remove('c')
    expect(table.finish('2026-02-03T04:05:06.000Z')).toEqual({
      added: 1,
      changed: 1,
      removed: 1,
      moved: 0,
    })
    expect(table.describe()).toEqual(['added d', 'changed b', 'removed c'])
    expect(table.list().at).toBe('2026-02-03T04:05:06.000Z')
  })

  it('keeps what a researcher reads before and after', () => {
    const before = {
      date: '2012-03-04',
      title: 'Dockers strike',
      topic: 'Strikes',
      summary: 'In the port.',
      sources: [
        ['Harbour Post', 'https://harbour.example/1', null],
        ['By hand', null, null],
      ] as [string, string | null, null][],
    }
    const table = useEventTable({ a: before })
    table.rewrite('a', { ...before, summary: 'In the whole port.' })
    table.finish()
    const read = { ...before, sources: ['https://harbour.example/1', 'By hand'] }
    expect(table.list().changes).toEqual([
      {
        kind: 'changed',
        id: 'a',
        formerId: null,
        date: '2012-03-04',
        title: 'Dockers strike',
        before: read,
        after: { ...read, summary: 'In the whole port.' },
        isAnnotated: false,
      },
    ])
  })

  it.each([
    ['the date', { date: '2012-03-05' }],
    ['the loss of the date', { date: null }],
    ['the headline', { title: 'B' }],
    ['the topic', { topic: 'B' }],
    ['the loss of the topic', { topic: null }],
    ['the summary', { summary: 'B' }],
    ['another source', { sources: [['A', 'https://b.example/', null]] }],
    [
      'one source more',
      {
        sources: [
          ['A', 'https://a.example/', null],
          ['B', null, null],
        ],
      },
    ],
  ] as const)('counts %s as a change', (_, change) => {
    const texts = { title: 'A', topic: 'A', summary: 'A' }
    const sources: [string, string, null][] = [['A', 'https://a.example/', null]]
    const table = useEventTable({ a: { ...texts, sources } })
    table.rewrite('a', { ...texts, sources, ...(change as object) })
    expect(table.finish()).toEqual({ ...NOTHING, changed: 1 })
  })

  it.each([
    ['other bytes', { bytes: 'others' }],
    ['another picture', { sources: [['A', 'https://a.example/', 'https://a.example/b.jpg']] }],
    ['another name of an address', { sources: [['B', 'https://a.example/', null]] }],
  ] as const)('does not count %s as a change', (_, change) => {
    const sources: [string, string, null][] = [['A', 'https://a.example/', null]]
    const table = useEventTable({ a: { sources } })
    table.rewrite('a', { sources, ...(change as object) })
    expect(table.finish()).toEqual(NOTHING)
  })

  it('notices a row that is changed in its place', () => {
    const table = useEventTable({ a: {} })
    table.database.exec("UPDATE event SET summary = 'What a day page says.'")
    expect(table.finish()).toEqual({ ...NOTHING, changed: 1 })
  })

  it('keeps the former list where an import changed nothing', () => {
    const table = useEventTable({ a: {} })
    table.add('b')
    table.finish('2026-01-01T00:00:00.000Z')
    table.rewrite('a')
    expect(table.finish('2026-01-02T00:00:00.000Z')).toEqual(NOTHING)
    expect(table.describe()).toEqual(['added b'])
    expect(table.list()).toMatchObject({ at: '2026-01-01T00:00:00.000Z', counts: { added: 1 } })
  })

  it('replaces the former list where an import changed anything', () => {
    const table = useEventTable({ a: {} })
    table.add('b')
    table.finish()
    table.remove('a')
    table.finish()
    expect(table.describe()).toEqual(['removed a'])
  })

  it('compares with the last import that came to its end, not with one that was killed', () => {
    const table = useEventTable({ a: { title: 'First' }, b: {}, c: {} })
    table.rewrite('a', { title: 'Second' })
    table.add('d', { title: 'First of d' })
    table.remove('b')
    table.remove('c')
    // Killed here; what follows is the next import.
    table.rewrite('a', { title: 'Third' })
    table.rewrite('d', { title: 'Second of d' })
    table.add('c')
    table.finish()
    expect(table.describe()).toEqual(['changed a', 'removed b', 'added d'])
    const [changed, , added] = table.list().changes
    expect([changed!.before?.title, changed!.after?.title]).toEqual(['First', 'Third'])
    expect(added!.after?.title).toBe('Second of d')
  })

  it('says nothing of an event that came and went between two ends, or was changed and changed back', () => {
    const table = useEventTable({ a: { title: 'First' } })
    table.add('b')
    table.rewrite('a', { title: 'Second' })
    table.remove('b')
    table.rewrite('a', { title: 'First' })
    expect(table.finish()).toEqual(NOTHING)
  })

  it('forgets what it remembered once an import has come to its end', () => {
    const table = useEventTable({ a: { title: 'First' } })
    table.rewrite('a', { title: 'Second' })
    table.finish()
    table.rewrite('a', { title: 'First' })
    table.finish()
    expect(table.list().changes[0]).toMatchObject({
      before: { title: 'Second' },
      after: { title: 'First' },
    })
  })
})
