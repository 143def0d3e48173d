import { describe, expect, it } from 'vitest'
import { summariseSavedSearch } from '../../../src-main/notebook/summarise-saved-search.ts'
import { savedSearch, seen } from './make-notebook.ts'

describe('summariseSavedSearch', () => {
  it('leaves out the events, and says whether they are known', () => {
    const search = savedSearch({ seen: seen({ a: '1' }) })
    const { at, archive, total } = search.seen
    expect(summariseSavedSearch(search)).toEqual({
      ...search,
      seen: { at, archive, total },
      isFollowed: true,
    })
    expect(summariseSavedSearch({ ...search, seen: seen(null) }).isFollowed).toBe(false)
  })
})
