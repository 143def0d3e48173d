import { describe, expect, it } from 'vitest'
import {
  dateOf,
  hasDates,
  removeDates,
  removeSort,
  toggleDate,
} from '../../../src-renderer/composables/edit-query.ts'

describe('toggleDate', () => {
  it('puts a date in place of the one before', () => {
    expect(toggleDate('date:2008 aid', '2008-06')).toBe('date:2008-06 aid')
    expect(toggleDate('aid after:2007 before:2009', 'none')).toBe('aid date:none')
  })

  it('takes out the date that is asked for already', () => {
    expect(toggleDate('aid date:2008-06', '2008-06')).toBe('aid')
  })
})

describe('removeDates', () => {
  it('leaves dates inside alternatives, which are another question', () => {
    expect(removeDates('(date:2008 OR aid) after:2007')).toBe('(date:2008 OR aid)')
  })
})

describe('dateOf', () => {
  it('is the one date that is asked for', () => {
    expect(dateOf('aid date:2008-06')).toBe('2008-06')
    expect(dateOf('date:none')).toBe('none')
  })

  it('is null for ranges, several dates and none', () => {
    expect(dateOf('date:2008..2009')).toBeNull()
    expect(dateOf('date:2008 date:2009')).toBeNull()
    expect(dateOf('aid')).toBeNull()
  })
})

describe('hasDates', () => {
  it('is about dates that every match must have', () => {
    expect(['date:2008', 'aid (before:2009)', 'after:2007'].map(hasDates)).toEqual([
      true,
      true,
      true,
    ])
    expect(['aid', '-date:2008', 'date:2008 OR aid'].map(hasDates)).toEqual([false, false, false])
  })
})

describe('removeSort', () => {
  it('takes out every order', () => {
    expect(removeSort('aid sort:linked fuel sort:date')).toBe('aid fuel')
  })
})
