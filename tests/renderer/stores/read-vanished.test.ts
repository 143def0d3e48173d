import { AnnalsError } from '#shared/errors.ts'
import { describe, expect, it } from 'vitest'
import { readVanished } from '../../../src-renderer/stores/read-vanished.ts'

describe('readVanished', () => {
  it('reads what is known of the pages', () => {
    const details = { path: '/a', known: 20, gone: 11 }
    const error = new AnnalsError('ARCHIVE_VANISHED', 'Gone.', { details })
    expect(readVanished(error)).toEqual(details)
  })

  it('does without numbers', () => {
    const error = new AnnalsError('ARCHIVE_VANISHED', 'Gone.')
    expect(readVanished(error)).toEqual({ path: '', known: null, gone: null })
  })

  it('is null for any other failure', () => {
    expect(readVanished(new AnnalsError('IMPORT_FAILED', 'Failed.'))).toBeNull()
    expect(readVanished(new Error('bug'))).toBeNull()
    expect(readVanished(null)).toBeNull()
  })
})
