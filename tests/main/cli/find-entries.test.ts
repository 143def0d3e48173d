import { describe, expect, it } from 'vitest'
import { findEntries } from '../../../src-main/cli/find-entries.ts'
import { collection, event } from '../export/export-fixture.ts'

describe('findEntries', () => {
  const strikes = collection([event('a'), event('b')])

  it('finds the entries of events', () => {
    expect(findEntries(strikes, ['b'])).toEqual([strikes.entries[1]!.id])
  })

  it('refuses an event that is not in the collection', () => {
    expect(() => findEntries(strikes, ['a', 'c'])).toThrow(
      expect.objectContaining({ code: 'ENTRY_NOT_FOUND' }),
    )
  })
})
