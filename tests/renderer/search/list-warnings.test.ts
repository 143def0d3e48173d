import { describe, expect, it } from 'vitest'
import { listWarnings } from '../../../src-renderer/components/search/list-warnings.ts'

describe('listWarnings', () => {
  it('names what of each part is wrong, in order', () => {
    const query = 'date:2008-13 aid "fuel'
    const warned = listWarnings(query).map(({ startUtf16, endUtf16 }) =>
      query.slice(startUtf16, endUtf16),
    )
    expect(warned).toEqual(['2008-13', '"'])
  })

  it('is empty where all was read as meant', () => {
    expect(listWarnings('entity:Japan (fuel OR aid) date:2008')).toEqual([])
  })
})
