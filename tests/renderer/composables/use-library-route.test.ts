import { describe, expect, it } from 'vitest'
import { libraryAt } from '../../../src-renderer/composables/use-library-route.ts'

describe('libraryAt', () => {
  it('names what is asked, how, and what is read', () => {
    const place = { query: 'aid', sort: 'linked', isFolded: false, eventId: 'news/2008' } as const
    expect(libraryAt(place)).toEqual({
      name: 'library',
      query: { q: 'aid', sort: 'linked', fold: 'no', event: 'news/2008' },
    })
  })

  it('leaves out what goes without saying', () => {
    const place = { query: '', sort: 'date', isFolded: true, eventId: null } as const
    expect(libraryAt(place)).toEqual({ name: 'library', query: {} })
  })
})
