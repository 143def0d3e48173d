import { describe, expect, it } from 'vitest'
import {
  formatAgo,
  formatDate,
  formatShortDate,
  formatWeekday,
} from '../../../src-renderer/composables/format.ts'

describe('formatDate', () => {
  it('says as much as is known', () => {
    expect(formatDate('2008-06-06', 'Undated')).toBe('Friday, June 6, 2008')
    expect(formatDate('2008-06', 'Undated')).toBe('June 2008')
    expect(formatDate('2008', 'Undated')).toBe('2008')
    expect(formatDate(null, 'Undated')).toBe('Undated')
  })

  it('takes early years for what they are', () => {
    expect(formatDate('0044', 'Undated')).toBe('44')
  })
})

describe('formatShortDate', () => {
  it('takes little room', () => {
    expect(formatShortDate('2008-06-06', 'Undated')).toBe('Jun 6, 2008')
  })
})

describe('formatWeekday', () => {
  it('is the day of the week', () => {
    expect(formatWeekday(2008, 6, 6)).toBe('Fri')
  })
})

describe('formatAgo', () => {
  it('names the largest unit that fits', () => {
    const now = Date.parse('2026-03-10T12:00:00Z')
    expect(formatAgo('2026-03-10T09:00:00Z', now)).toBe('3 hours ago')
    expect(formatAgo('2026-03-09T12:00:00Z', now)).toBe('yesterday')
    expect(formatAgo('2026-03-10T11:59:50Z', now)).toBe('this minute')
  })
})
