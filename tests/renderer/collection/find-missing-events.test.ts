import { describe, expect, it } from 'vitest'
import { AnnalsError } from '#shared/errors.ts'
import { findMissingEvents } from '../../../src-renderer/stores/find-missing-events.ts'

describe('findMissingEvents', () => {
  it('names the events the archive does not have, and only those', async () => {
    const readEvent = (id: string) => {
      if (id.startsWith('gone')) {
        return Promise.reject(new AnnalsError('EVENT_NOT_FOUND', 'Not in the archive.'))
      }
      if (id === 'broken') return Promise.reject(new AnnalsError('INDEX_UNUSABLE', 'No index.'))
      return Promise.resolve({})
    }
    const ids = [...Array.from({ length: 45 }, (_, n) => `event${n}`), 'gone1', 'broken', 'gone2']
    expect(await findMissingEvents(ids, readEvent)).toEqual(new Set(['gone1', 'gone2']))
  })
})
