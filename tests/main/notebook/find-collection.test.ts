import { describe, expect, it } from 'vitest'
import type { Collection } from '#shared/notebook.ts'
import { findCollection } from '../../../src-main/notebook/find-collection.ts'

function collection(id: string, name: string): Collection {
  return { id, name, created: '', modified: '', introduction: '', entries: [] }
}

const collections = [
  collection('aaaa1111-x', 'Talks'),
  collection('aaaa2222-x', 'talks'),
  collection('bbbb3333-x', 'Café'),
  collection('cccc4444-x', 'Twice'),
  collection('dddd5555-x', 'Twice'),
]

describe('findCollection', () => {
  it.each([
    ['aaaa1111-x', 'aaaa1111-x'],
    ['Talks', 'aaaa1111-x'],
    ['talks', 'aaaa2222-x'],
    [' CAFE\u0301 ', 'bbbb3333-x'],
    ['AAAA2', 'aaaa2222-x'],
  ])('finds “%s” as %s', (wanted, id) => {
    expect(findCollection(collections, wanted).id).toBe(id)
  })

  it.each(['', 'aaa', 'nothing'])('does not find “%s”', (wanted) => {
    expect(() => findCollection(collections, wanted)).toThrow(
      expect.objectContaining({ code: 'COLLECTION_NOT_FOUND' }),
    )
  })

  it.each(['Twice', 'TALKS', 'aaaa'])('says which collections “%s” could be', (wanted) => {
    expect(() => findCollection(collections, wanted)).toThrow(
      expect.objectContaining({
        code: 'COLLECTION_AMBIGUOUS',
        details: { ids: [expect.any(String), expect.any(String)] },
      }),
    )
  })
})
