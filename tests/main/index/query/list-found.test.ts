import { describe, expect, it } from 'vitest'
import { MAX_FOLLOWED_EVENTS } from '#shared/saved-search.ts'
import type { TestEvent } from './make-index.ts'
import { useIndex } from './use-index.ts'

const event = (key: string, more: Partial<TestEvent> = {}): TestEvent => ({
  ...{ key, date: '2008-06-06', title: 'Fuel', topic: 'Aid', summary: 'Text.' },
  sources: [{ name: 'Radio', url: 'http://radio.example/1', image: 'http://radio.example/1.jpg' }],
  ...more,
})

describe('listFound', () => {
  it('lists all that is found in order of id', async () => {
    const { query } = useIndex([event('b'), event('a'), event('c', { title: 'Rain' })])
    const found = await query.listFound('fuel sort:relevance')
    expect(found.total).toBe(2)
    expect(found.events).toMatchObject([
      { id: 'a', date: '2008-06-06', title: 'Fuel' },
      { id: 'b', date: '2008-06-06', title: 'Fuel' },
    ])
    expect(found.events![0]!.version).toMatch(/^[0-9a-f]{12}$/)
  })

  it('gives two events the same version only where all that counts is the same', async () => {
    const { query } = useIndex([
      event('same-1'),
      event('same-2', { date: '2009', entities: ['Japan'] }),
      event('same-3', { sources: [{ name: 'Other', url: 'http://radio.example/1' }] }),
      event('title', { title: 'Fuels' }),
      event('topic', { topic: 'Water' }),
      event('no-topic', { topic: '' }),
      event('summary', { summary: 'Text' }),
      event('source', { sources: [{ name: 'Radio' }] }),
    ])
    const { events } = await query.listFound('')
    const versions = Map.groupBy(events!, ({ version }) => version)
    const groups = [...versions.values()].map((group) => group.map(({ id }) => id))
    expect(groups.filter((group) => group.length > 1)).toEqual([['same-1', 'same-2', 'same-3']])
    expect(groups).toHaveLength(6)
  })

  it('follows no more than it can', async () => {
    const many = Array.from({ length: MAX_FOLLOWED_EVENTS + 1 }, (_, at) => event(`e${at}`))
    const { query } = useIndex(many)
    expect(await query.listFound('')).toEqual({ total: MAX_FOLLOWED_EVENTS + 1, events: null })
    const { total, events } = await query.listFound('-id:e0')
    expect([total, events?.length]).toEqual([MAX_FOLLOWED_EVENTS, MAX_FOLLOWED_EVENTS])
  })

  it('finds nothing in an empty archive', async () => {
    expect(await useIndex([]).query.listFound('')).toEqual({ total: 0, events: [] })
  })
})

describe('readVersions', () => {
  it('tells the versions that are found, and which events are gone', async () => {
    const { query } = useIndex([event('a'), event('b', { title: 'Rain' })])
    const { events } = await query.listFound('')
    const versions = query.versionsOf(['b', 'gone', 'a'])
    expect(versions).toEqual([events![1]!.version, null, events![0]!.version])
  })
})
