import { describe, expect, it } from 'vitest'
import {
  addField,
  dateOf,
  removeDates,
  setDate,
} from '../../../src-renderer/composables/edit-query.ts'

describe('addField', () => {
  it('adds a condition and quotes what needs quotes', () => {
    expect(addField('aid', 'entity', 'North "Sea"')).toBe('aid entity:"North \\"Sea\\""')
  })

  it('adds no condition twice', () => {
    expect(addField('entity:Oslo aid', 'entity', 'Oslo')).toBe('entity:Oslo aid')
  })
})

describe('setDate', () => {
  it('puts a date in place of the one before', () => {
    expect(setDate('date:2008 aid', '2008-06')).toBe('aid date:2008-06')
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
