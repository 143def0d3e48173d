import { describe, expect, it } from 'vitest'
import { percentile, ratios, sample } from '../../bench/statistics.ts'

describe('percentile', () => {
  it('takes a value that was measured, by nearest rank', () => {
    const values = [40, 10, 30, 20]
    expect(percentile(values, 0.5)).toBe(20)
    expect(percentile(values, 0.95)).toBe(40)
    expect(percentile(values, 0)).toBe(10)
    expect(percentile([7], 0.99)).toBe(7)
  })

  it('refuses to make a figure out of nothing', () => {
    expect(() => percentile([], 0.5)).toThrow('nothing')
  })
})

describe('sample', () => {
  it('says the median and how far the runs lie apart', () => {
    expect(sample([3, 9, 4])).toEqual({ median: 4, lowest: 3, highest: 9 })
  })
})

describe('ratios', () => {
  it('divides run by run', () => {
    expect(ratios([10, 30], [5, 10])).toEqual([2, 3])
  })
})
