import { describe, expect, it } from 'vitest'
import { GatheredEvents } from '../../../src-main/archive/gathered-events.ts'

describe('GatheredEvents', () => {
  it('counts by path what was renamed, and notes what was written', () => {
    const gathered = new GatheredEvents()
    gathered.add('', 'a.md', 'rename')
    gathered.add('b', 'c.md', 'change')
    gathered.add('b', 'c.md', 'change')
    gathered.add('', 'a.md', 'rename')
    gathered.add('b', 'd', 'rename')
    expect([...gathered.renamed]).toEqual([
      ['a.md', 2],
      ['b/d', 1],
    ])
    expect([...gathered.changed]).toEqual(['b/c.md'])
    expect(gathered.listPages()).toEqual(['a.md', 'b/c.md'])
    expect(gathered.isUncertain).toBe(false)
  })

  it('passes over what is hidden, at whatever depth it is told', () => {
    const gathered = new GatheredEvents()
    gathered.add('', '.git', 'rename')
    gathered.add('', 'a/.git/b.md', 'change')
    expect(gathered.renamed.size + gathered.changed.size).toBe(0)
  })

  it('is uncertain where the system does not name what changed', () => {
    const gathered = new GatheredEvents()
    gathered.add('a', null, 'change')
    expect(gathered.isUncertain).toBe(true)
    expect(gathered.listPages()).toEqual([])
  })

  it('takes very many events, of however few pages, for a storm', () => {
    const gathered = new GatheredEvents()
    for (let event = 0; event < 14_999; event++) gathered.add('', 'a.md', 'change')
    expect(gathered.isStorm).toBe(false)
    gathered.add('', 'a.md', 'change')
    expect(gathered.isStorm).toBe(true)
  })
})
