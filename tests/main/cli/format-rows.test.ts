import { describe, expect, it } from 'vitest'
import { formatCount, formatRows } from '../../../src-main/cli/format-rows.ts'

describe('formatRows', () => {
  it('aligns columns by what a terminal shows', () => {
    expect(
      formatRows([
        ['新华网', 'a', ''],
        ['BBC', '中', 'x'],
      ]),
    ).toBe('新华网  a\nBBC     中  x')
  })

  it('makes nothing of nothing', () => {
    expect(formatRows([])).toBe('')
  })
})

describe('formatCount', () => {
  it('agrees with its number', () => {
    expect(formatCount(1, 'event')).toBe('1 event')
    expect(formatCount(12_345, 'event')).toBe('12,345 events')
    expect(formatCount(2, 'entity', 'entities')).toBe('2 entities')
  })
})
