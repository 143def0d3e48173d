import { describe, expect, it } from 'vitest'
import type { Collection } from '#shared/notebook.ts'
import { mergeCollections } from '../../../src-main/notebook/merge-collections.ts'
import { event } from './make-notebook.ts'

const entry = { id: 'e', event: event(), remark: 'r', added: '' }
const base: Collection = {
  id: 'c',
  created: '1',
  modified: '1',
  name: 'Name',
  introduction: 'Why',
  entries: [entry],
}

describe('mergeCollections', () => {
  it('takes each part from the side that changed it', () => {
    const ours = { ...base, modified: '2', name: 'Ours' }
    const theirs = { ...base, modified: '3', introduction: 'Theirs' }
    const merged = { ...base, modified: '3', name: 'Ours', introduction: 'Theirs' }
    expect(mergeCollections(base, ours, theirs)).toEqual(merged)
    expect(mergeCollections(base, theirs, ours)).toEqual(merged)
  })

  it('takes the newer of two names and keeps both texts', () => {
    const ours = { ...base, modified: '2', name: 'Ours', introduction: 'Our why' }
    const theirs = {
      ...base,
      modified: '3',
      name: 'Theirs',
      introduction: 'Their why',
      entries: [{ ...entry, remark: 'their remark' }],
    }
    const remarked = { ...ours, entries: [{ ...entry, remark: 'our remark' }] }
    expect(mergeCollections(base, remarked, theirs)).toMatchObject({
      name: 'Theirs',
      introduction: 'Our why\n\nTheir why',
      entries: [{ ...entry, remark: 'our remark\n\ntheir remark' }],
    })
  })

  it('joins a remark of one side with the moved event of the other', () => {
    const moved = { ...base, entries: [{ ...entry, event: event('moved', '2008-07-01') }] }
    const remarked = { ...base, entries: [{ ...entry, remark: 'new' }] }
    const merged = { ...base, entries: [{ ...moved.entries[0], remark: 'new' }] }
    expect(mergeCollections(base, moved, remarked)).toEqual(merged)
    expect(mergeCollections(base, remarked, moved)).toEqual(merged)
  })

  it('joins two that began apart', () => {
    const ours = { ...base, introduction: '', entries: [] }
    expect(mergeCollections(null, ours, base)).toEqual(base)
  })

  it('is in the trash where both sides put it there, or one did and the other changed nothing', () => {
    const deleted = { ...base, deleted: '2' }
    expect(mergeCollections(base, deleted, base).deleted).toBe('2')
    expect(mergeCollections(base, { ...deleted, deleted: '3' }, deleted).deleted).toBe('3')
    const written = { ...base, modified: '2', introduction: 'More' }
    expect(mergeCollections(base, deleted, written)).toEqual(written)
    expect(mergeCollections(base, written, deleted)).toEqual(written)
  })
})
