import { describe, expect, it } from 'vitest'
import type { TestEvent } from './make-index.ts'
import { useIndex } from './use-index.ts'

describe('listEntities', () => {
  const events: TestEvent[] = [
    { key: 'a', date: '2008', title: 'a', entities: ['Japan', 'Côte d’Ivoire', '朝鮮'] },
    { key: 'b', date: '2008', title: 'b', entities: ['Japan', 'angola'] },
    { key: 'c', date: '2008', title: 'c', entities: ['Zambia', 'Japan'] },
  ]
  const all = { filter: '', sort: 'count', offset: 0, limit: 10 } as const

  it('lists the most frequent first, then by name', () => {
    const { query } = useIndex(events)
    expect(query.listEntities(all)).toEqual({
      total: 5,
      names: [
        { name: 'Japan', count: 3 },
        { name: 'angola', count: 1 },
        { name: 'Côte d’Ivoire', count: 1 },
        { name: 'Zambia', count: 1 },
        { name: '朝鮮', count: 1 },
      ],
    })
  })

  it('lists by name, a page at a time', () => {
    const { query } = useIndex(events)
    const page = query.listEntities({ ...all, sort: 'name', offset: 1, limit: 2 })
    expect(page).toEqual({
      total: 5,
      names: [
        { name: 'Côte d’Ivoire', count: 1 },
        { name: 'Japan', count: 3 },
      ],
    })
  })

  it.each([
    ['COTE', ['Côte d’Ivoire']],
    ['an', ['Japan', 'angola']],
    ['朝鲜', ['朝鮮']],
    ['%', []],
    [' japan ', ['Japan']],
  ])('filters by %j', (filter, names) => {
    const { query } = useIndex(events)
    const page = query.listEntities({ ...all, filter })
    expect(page.names.map(({ name }) => name)).toEqual(names)
    expect(page.total).toBe(names.length)
  })

  it('leaves out entities that no event has, and counts alike while an import runs', () => {
    for (const isImporting of [false, true]) {
      const { query, file } = useIndex(events, { isImporting })
      file.database.exec("INSERT INTO entity (name, folded) VALUES ('Nobody', 'nobody')")
      const { total, names } = query.listEntities(all)
      expect(total).toBe(5)
      expect(names[0]).toEqual({ name: 'Japan', count: 3 })
    }
  })
})

describe('listSources', () => {
  it('counts the events that cite a host, not the citations', () => {
    const { query } = useIndex([
      {
        key: 'a',
        date: '2008',
        title: 'a',
        sources: [
          { url: 'http://www.radio.example/1' },
          { url: 'http://radio.example/2' },
          { url: 'http://paper.example/3' },
          { name: 'Without address' },
        ],
      },
      { key: 'b', date: '2008', title: 'b', sources: [{ url: 'http://radio.example/4' }] },
    ])
    expect(query.listSources({ filter: 'EXAMPLE', sort: 'count', offset: 0, limit: 9 })).toEqual({
      total: 2,
      names: [
        { name: 'radio.example', count: 2 },
        { name: 'paper.example', count: 1 },
      ],
    })
  })
})
