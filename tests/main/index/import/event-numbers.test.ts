import { describe, expect, it } from 'vitest'
import { EventNumbers } from '../../../../src-main/index/import/event-numbers.ts'
import { endEventNumber, firstEventNumber } from '../../../../src-main/index/event-number.ts'

describe('EventNumbers', () => {
  it('rises with the date and within it', () => {
    const numbers = new EventNumbers()
    const taken = [null, null, '2008', '2008-06', '2008-06-06', '2008-06-06', '2008-06-07'].map(
      (date) => numbers.take(date),
    )
    expect(taken).toEqual([...taken].sort((a, b) => a - b))
    expect(new Set(taken).size).toBe(taken.length)
    expect(taken[0]).toBe(1)
  })

  it('goes on after the numbers that are in use', () => {
    const numbers = new EventNumbers()
    const first = firstEventNumber('2008-06-06')
    numbers.reserve(first + 7)
    numbers.reserve(first + 3)
    expect(numbers.take('2008-06-06')).toBe(first + 8)
    expect(numbers.take('2008-06-07')).toBe(firstEventNumber('2008-06-07'))
  })

  it('refuses a million and one events of one date', () => {
    const numbers = new EventNumbers()
    numbers.reserve(endEventNumber('2008') - 1)
    expect(() => numbers.take('2008')).toThrow('Too many events of one date: 2008')
  })

  it('knows which date a number belongs to', () => {
    const number = firstEventNumber('2008-06-06') + 5
    expect(EventNumbers.belongs(number, '2008-06-06')).toBe(true)
    expect(EventNumbers.belongs(number, '2008-06')).toBe(false)
  })
})
