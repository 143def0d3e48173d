import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endEventNumber, firstEventNumber } from '../../../../src-main/index/event-number.ts'
import { forEachOrdinal } from '../../../../src-main/index/query/bitmap.ts'
import { Ordinals } from '../../../../src-main/index/query/ordinals.ts'

const DATES = [null, '2008', '2008-06', '2008-06-06', '2008-06-07', '2009-01-01']

/** Row ids as an import gives them out, with gaps where events were removed. */
const anyIds = fc
  .uniqueArray(
    fc
      .tuple(fc.constantFrom(...DATES), fc.nat(20))
      .map(([date, place]) => firstEventNumber(date) + place + (date === null ? 1 : 0)),
    { maxLength: 60 },
  )
  .map((ids) => ids.sort((a, b) => a - b))

const toOrdinals = (ids: number[]) => new Ordinals(Float64Array.from(ids))

describe('Ordinals', () => {
  it('finds the place of every row id, and of none that is not there', () => {
    fc.assert(
      fc.property(anyIds, fc.constantFrom(...DATES), fc.nat(25), (ids, date, place) => {
        const ordinals = toOrdinals(ids)
        expect(ids.map((id) => ordinals.find(id))).toEqual([...ids.keys()])
        const other = firstEventNumber(date) + place
        expect(ordinals.find(other)).toBe(ids.indexOf(other))
        expect(ordinals.findPlace(other)).toBe(ids.filter((id) => id < other).length)
        const from = Math.min(place, ids.length)
        const after = ids.slice(from).filter((id) => id < other).length
        expect(ordinals.findPlace(other, from)).toBe(from + after)
      }),
    )
  })

  it('collects row ids that rise, and passes over those that are not there', () => {
    fc.assert(
      fc.property(anyIds, anyIds, (ids, wanted) => {
        const found: number[] = []
        forEachOrdinal(toOrdinals(ids).collect(wanted), (ordinal) => found.push(ids[ordinal]!))
        expect(found).toEqual(wanted.filter((id) => ids.includes(id)))
      }),
    )
  })

  it('collects a range of row ids', () => {
    const ids = ['2008-06-05', '2008-06-06', '2008-06-06', '2009'].map(
      (date, place) => firstEventNumber(date) + place,
    )
    const found: number[] = []
    const range = { first: firstEventNumber('2008-06-06'), end: endEventNumber('2008-06-06') }
    forEachOrdinal(toOrdinals(ids).collectRange(range), (ordinal) => found.push(ordinal))
    expect(found).toEqual([1, 2])
  })

  it('counts the events without a date', () => {
    expect(toOrdinals([1, 2, firstEventNumber('0001')]).undated).toBe(2)
    expect(toOrdinals([]).undated).toBe(0)
  })
})
