import { describe, expect, it } from 'vitest'
import type { EventDate } from '#shared/event.ts'
import { compareFound } from '../../../src-main/notebook/compare-found.ts'

function found(id: string, version = '1', date: EventDate = '2008-06-06') {
  return { id, date, title: `Headline of ${id}`, version }
}

describe('compareFound', () => {
  it('tells what came, went and changed, as it is now', () => {
    const before = [found('a'), found('b'), found('c')]
    const now = [found('b', '2', '2008-07-01'), found('c'), found('d')]
    expect(compareFound(before, now)).toEqual({
      added: [found('d')],
      removed: [found('a')],
      changed: [found('b', '2', '2008-07-01')],
    })
  })

  it('lists each newest first, undated events last, those of one date by id', () => {
    const dates = ['2008', '2009-01-02', null, '2008-06', '2009-01-02', '2008-06-30']
    const events = dates.map((date, index) => found(String(index), '1', date))
    const changed = events.map((event) => ({ ...event, version: '2' }))
    const order = ['1', '4', '5', '3', '0', '2']
    const ids = (list: { id: string }[]) => list.map(({ id }) => id)
    expect(ids(compareFound([], events).added)).toEqual(order)
    expect(ids(compareFound(events, []).removed)).toEqual(order)
    expect(ids(compareFound(events, changed).changed)).toEqual(order)
  })

  it('finds nothing where nothing differs', () => {
    const none = { added: [], removed: [], changed: [] }
    expect(compareFound([found('a')], [found('a')])).toEqual(none)
    expect(compareFound([], [])).toEqual(none)
  })

  it('leaves what it is given as it is', () => {
    const before = Object.freeze([found('a', '1', '2008'), found('b', '1', '2009')])
    expect(compareFound(before, []).removed[0]?.id).toBe('b')
  })
})
