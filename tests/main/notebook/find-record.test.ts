import { describe, expect, it } from 'vitest'
import { findRecord } from '../../../src-main/notebook/find-record.ts'
import { COLLECTION, SAVED_SEARCH } from '../../../src-main/notebook/named-kinds.ts'

const collections = [
  { id: 'aaaa1111-x', name: 'Talks' },
  { id: 'aaaa2222-x', name: 'talks' },
  { id: 'bbbb3333-x', name: 'Café' },
  { id: 'cccc4444-x', name: 'Twice' },
  { id: 'dddd5555-x', name: 'Twice' },
]

describe('findRecord', () => {
  it.each([
    ['aaaa1111-x', 'aaaa1111-x'],
    ['Talks', 'aaaa1111-x'],
    ['talks', 'aaaa2222-x'],
    [' CAFE\u0301 ', 'bbbb3333-x'],
    ['AAAA2', 'aaaa2222-x'],
  ])('finds “%s” as %s', (wanted, id) => {
    expect(findRecord(COLLECTION, collections, wanted).id).toBe(id)
  })

  it.each(['', 'aaa', 'nothing'])('does not find “%s”', (wanted) => {
    expect(() => findRecord(COLLECTION, collections, wanted)).toThrow(
      expect.objectContaining({ code: 'COLLECTION_NOT_FOUND' }),
    )
  })

  it.each(['Twice', 'TALKS', 'aaaa'])('says which collections “%s” could be', (wanted) => {
    expect(() => findRecord(COLLECTION, collections, wanted)).toThrow(
      expect.objectContaining({
        code: 'COLLECTION_AMBIGUOUS',
        details: { ids: [expect.any(String), expect.any(String)] },
      }),
    )
  })

  it('speaks of records by the word and the codes of their kind', () => {
    const find = (wanted: string) => () => findRecord(SAVED_SEARCH, collections, wanted)
    expect(find('x')).toThrow(expect.objectContaining({ code: 'SAVED_SEARCH_NOT_FOUND' }))
    expect(find('x')).toThrow('There is no saved search “x”.')
    expect(find('Twice')).toThrow(expect.objectContaining({ code: 'SAVED_SEARCH_AMBIGUOUS' }))
    expect(find('Twice')).toThrow(/^2 saved searches are meant/)
  })
})
