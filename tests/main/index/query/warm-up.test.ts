import { describe, expect, it } from 'vitest'
import type { QueryIndex } from '../../../../src-main/index/query/query-index.ts'
import type { TestEvent } from './make-index.ts'
import { findIds, useIndex } from './use-index.ts'

const EVENTS = Array.from({ length: 60 }, (_, at): TestEvent => ({
  key: `e${String(at).padStart(2, '0')}`,
  date: '2008-06-06',
  title: at % 2 === 0 ? 'Fuel aid' : 'Flood',
  entities: ['Japan'],
}))

function warmAll(query: QueryIndex): number {
  let steps = 1
  while (query.warmUp()) steps++
  return steps
}

describe('warmUp', () => {
  it('comes to an end, and changes no answer', () => {
    const { query } = useIndex(EVENTS)
    const texts = ['fuel', 'f*', 'fl*', 'aid -flood', 'entity:japan']
    const cold = texts.map((text) => findIds(useIndex(EVENTS).query, text))
    expect(warmAll(query)).toBeGreaterThan(10)
    expect(query.warmUp()).toBe(false)
    expect(texts.map((text) => findIds(query, text))).toEqual(cold)
    expect(findIds(query, 'f*')).toHaveLength(60)
  })

  it('begins anew when the index has changed in the midst of it', () => {
    const { query, file } = useIndex(EVENTS)
    for (let step = 0; step < 12; step++) query.warmUp()
    file.add([{ key: 'later', date: '2009', title: 'Fuel' }])
    expect(query.warmUp()).toBe(false)
    file.finish()
    expect(warmAll(query)).toBeGreaterThan(10)
    expect(findIds(query, 'fuel')).toHaveLength(31)
  })

  it.each([
    ['an archive without events', []],
    ['events without words', [{ key: 'a', date: null, title: '' }]],
  ])('has little to do for %s', (_what, events) => {
    expect(warmAll(useIndex(events).query)).toBeLessThan(12)
  })
})
