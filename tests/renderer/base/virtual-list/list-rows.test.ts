import { describe, expect, it } from 'vitest'
import {
  listRows,
  rangeAt,
} from '../../../../src-renderer/components/base/virtual-list/list-rows.ts'
import { RowHeights } from '../../../../src-renderer/components/base/virtual-list/row-heights.ts'

describe('rangeAt', () => {
  const heights = new RowHeights(100, 80)

  it('holds every row of which something is seen', () => {
    expect(rangeAt(heights, 0, 160)).toEqual({ first: 0, last: 1 })
    expect(rangeAt(heights, 79, 160)).toEqual({ first: 0, last: 2 })
    expect(rangeAt(heights, 80, 160)).toEqual({ first: 1, last: 2 })
    expect(rangeAt(heights, 7900, 160)).toEqual({ first: 98, last: 99 })
  })

  it('is empty where the list is', () => {
    expect(listRows(rangeAt(new RowHeights(0, 80), 0, 160), 0, 'rest')).toEqual([])
  })
})

describe('listRows', () => {
  const range = { first: 50, last: 52 }
  const ends = (rows: number[]) => [rows[0], rows.at(-1)]

  it('adds rows on the side the list is scrolled to', () => {
    expect(ends(listRows(range, 100, 'rest'))).toEqual([42, 60])
    expect(ends(listRows(range, 100, 'forward'))).toEqual([46, 68])
    expect(ends(listRows(range, 100, 'backward'))).toEqual([34, 56])
    expect(ends(listRows(range, 100, 'jump'))).toEqual([50, 53])
  })

  it('takes little more than what is seen of a list that may become another at once', () => {
    expect(ends(listRows(range, 100, 'fresh'))).toEqual([50, 54])
  })

  it('stays within the list', () => {
    expect(ends(listRows({ first: 0, last: 2 }, 5, 'rest'))).toEqual([0, 4])
  })
})
