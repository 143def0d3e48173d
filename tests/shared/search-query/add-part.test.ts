import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addPart } from '#shared/search-query/add-part.ts'
import { anyQuery, showConditions } from './any-query.ts'

describe('addPart', () => {
  it.each([
    [' ', 'x'],
    ['a', 'a x'],
    ['a ', 'a x'],
    ['a OR b', '(a OR b) x'],
    ['a OR', '(a OR) x'],
    ['(a OR b)', '(a OR b) x'],
    ['(a OR b', '(a OR b) x'],
    ['a OR (b', '(a OR (b)) x'],
    ['a) OR b', '(a  OR b) x'],
    ['"fuel aid', '"fuel aid" x'],
    ['(“fuel aid', '(“fuel aid”) x'],
    ['"fuel\\', '"fuel\\\\" x'],
    ['a -', 'a - x'],
  ])('adds x to %j: %j', (query, longer) => {
    expect(addPart(query, 'x')).toBe(longer)
  })

  it('leaves what any query asks for, and asks for one more thing', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(showConditions(addPart(query, 'x'))).toEqual([...showConditions(query), 'x'])
      }),
    )
  })
})
