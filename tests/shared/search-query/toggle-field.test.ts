import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFieldSign, toggleField } from '#shared/search-query/toggle-field.ts'
import { anyName, anyQuery, showConditions } from './any-query.ts'

const signs = ['include', 'exclude'] as const

describe('toggleField', () => {
  it.each([
    ['', 'entity', 'Japan', 'include', 'entity:Japan'],
    ['  ', 'entity', 'Japan', 'exclude', '-entity:Japan'],
    ['fuel  aid', 'entity', 'North Korea', 'include', 'fuel  aid entity:"North Korea"'],
    ['fuel ', 'tag', 'aid', 'exclude', 'fuel -tag:aid'],
    ['a  entity:Japan  b', 'entity', 'Japan', 'include', 'a  b'],
    ['a entity:"japan" b', 'entity', 'Japan', 'include', 'a b'],
    ['a entity:Japan entity:japan', 'entity', 'Japan', 'include', 'a'],
    ['a  entity:Japan  b', 'entity', 'Japan', 'exclude', 'a  -entity:Japan  b'],
    ['a  -entity:Japan  b', 'entity', 'Japan', 'include', 'a  entity:Japan  b'],
    ['-entity:Japan', 'entity', 'Japan', 'exclude', ''],
    ['-topic:="War"', 'topic', 'War', 'include', 'topic:=War'],
    ['entity:Jap*', 'entity', 'Jap', 'include', 'entity:Jap* entity:Jap'],
    ['in:talks', 'in', 'Talks', 'exclude', '-in:Talks'],
    ['has:notes a', 'has', 'note', 'include', 'a'],
    ['date:2008-6', 'date', '2008-06', 'exclude', '-date:2008-06'],
    ['id:a/B', 'id', 'a/b', 'include', 'id:a/B id:a/b'],
    ['((entity:Japan a) b', 'entity', 'Japan', 'include', '((a) b'],
    ['(a entity:Japan)', 'entity', 'Japan', 'include', '(a)'],
    ['sort:date', 'entity', 'Japan', 'include', 'sort:date entity:Japan'],
    ['entity:"Japan"b', 'entity', 'Japan', 'exclude', '-entity:Japan b'],
    ['-) -entity:Japan', 'entity', 'Japan', 'include', '-) entity:Japan'],
  ] as const)('turns %j with %s:%s %sd into %j', (query, field, value, sign, toggled) => {
    expect(toggleField(query, field, value, sign)).toBe(toggled)
  })

  it('knows what stands among alternatives from what every match must have', () => {
    const query = 'entity:Japan OR entity:China'
    expect(toggleField(query, 'entity', 'Japan', 'include')).toBe(`(${query}) entity:Japan`)
  })

  it('adds, turns and removes any name in any query, and leaves its other conditions', () => {
    fc.assert(
      fc.property(anyQuery, anyName, fc.constantFrom(...signs), (query, name, sign) => {
        fc.pre(findFieldSign(query, 'entity', name) === null)
        const before = showConditions(query)
        const added = toggleField(query, 'entity', name, sign)
        expect(findFieldSign(added, 'entity', name)).toBe(sign)
        const alone = showConditions(toggleField('', 'entity', name, sign))
        expect(showConditions(added)).toEqual([...before, ...alone])

        const other = sign === 'include' ? 'exclude' : 'include'
        const turned = toggleField(added, 'entity', name, other)
        expect(findFieldSign(turned, 'entity', name)).toBe(other)
        expect(showConditions(turned).slice(0, -1)).toEqual(before)
        expect(toggleField(turned, 'entity', name, sign)).toBe(added)

        const removed = toggleField(added, 'entity', name, sign)
        expect(findFieldSign(removed, 'entity', name)).toBeNull()
        expect(showConditions(removed)).toEqual(before)
      }),
    )
  })
})

describe('findFieldSign', () => {
  it.each([
    ['entity:Japan', 'include'],
    ['a -entity:"japan"', 'exclude'],
    ['entity:China', null],
    ['entity:Japan OR b', null],
    ['-(entity:Japan b)', null],
    ['Japan', null],
  ])('finds in %j that Japan is %sd', (query, sign) => {
    expect(findFieldSign(query, 'entity', 'Japan')).toBe(sign)
  })
})
