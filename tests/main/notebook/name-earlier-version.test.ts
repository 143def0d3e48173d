import { describe, expect, it } from 'vitest'
import { nameEarlierVersion } from '../../../src-main/notebook/name-earlier-version.ts'

// Built from parts, so that the time of the place where the test runs is meant.
const at = new Date(2026, 5, 3, 14, 5).toISOString()

describe('nameEarlierVersion', () => {
  it('says when, with the year only where it is another', () => {
    const named = (year: number) => nameEarlierVersion('Talks', at, new Date(year, 10, 1))
    expect(named(2026)).toBe('Talks (from 3 June, 14:05)')
    expect(named(2027)).toBe('Talks (from 3 June 2026, 14:05)')
  })

  it('keeps to the length that a name may have', () => {
    const name = nameEarlierVersion('会'.repeat(200), at, new Date(2026, 10, 1))
    expect(name).toHaveLength(200)
    expect(name).toMatch(/^会+ \(from 3 June, 14:05\)$/)
  })
})
