import { describe, expect, it } from 'vitest'
import { suggestName } from '../../../src-renderer/components/saved-searches/suggest-name.ts'

describe('suggestName', () => {
  it('says what a question asks, without the language of the search', () => {
    expect(suggestName('entity:Japan "fuel aid" date:2008-06')).toBe('Japan, fuel aid, 2008-06')
    expect(suggestName('japan* -war')).toBe('japan*, not war')
    expect(suggestName('Japan OR (Korea before:2009)')).toBe('Japan or (Korea, before 2009)')
    expect(suggestName('date:2008-06..2009')).toBe('2008-06 to 2009')
    expect(suggestName('has:note 北京')).toBe('with note, 北京')
  })

  it('has a name for the question that finds everything', () => {
    expect(suggestName('  ')).toBe('All events')
  })

  it('cuts a long name between two characters', () => {
    const name = suggestName(`"${'𠮷'.repeat(60)}"`)
    expect(name.length).toBeLessThanOrEqual(80)
    expect(name.isWellFormed()).toBe(true)
    expect(name.endsWith('…')).toBe(true)
  })
})
