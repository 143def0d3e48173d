import { describe, expect, it } from 'vitest'
import type { SavedSearch } from '#shared/saved-search.ts'
import {
  mergeSavedSearches,
  spareSavedSearch,
} from '../../../src-main/notebook/merge-saved-searches.ts'
import { savedSearch, seen } from './make-notebook.ts'

const base = savedSearch({ modified: '1', seen: seen({ a: '1' }, '1') })
const change = (parts: Partial<SavedSearch>) => ({ ...base, ...parts })
const secondLook = seen({ a: '2' }, '2')
const thirdLook = seen({ a: '3' }, '3')

describe('mergeSavedSearches', () => {
  it('takes each part from the side that changed it', () => {
    const ours = change({ modified: '2', name: 'Oil' })
    const theirs = change({ modified: '3', sort: 'linked', isFolded: false, seen: secondLook })
    const merged = { ...theirs, name: 'Oil' }
    expect(mergeSavedSearches(base, ours, theirs)).toEqual(merged)
    expect(mergeSavedSearches(base, theirs, ours)).toEqual(merged)
  })

  it('takes the newest of two names and orders', () => {
    const ours = change({ modified: '3', name: 'Oil', sort: 'linked' })
    const theirs = change({ modified: '2', name: 'Fuel', sort: 'relevance' })
    expect(mergeSavedSearches(base, ours, theirs)).toEqual(ours)
    expect(mergeSavedSearches(base, theirs, ours)).toEqual(ours)
  })

  it('takes what was found last, whoever changed the name', () => {
    const ours = change({ modified: '3', name: 'Oil', seen: secondLook })
    const theirs = change({ seen: thirdLook })
    const merged = { ...ours, seen: thirdLook }
    expect(mergeSavedSearches(base, ours, theirs)).toEqual(merged)
    expect(mergeSavedSearches(base, theirs, ours)).toEqual(merged)
  })

  it('never joins a question with what another one found', () => {
    const ours = change({ modified: '2', query: 'oil', seen: secondLook })
    const theirs = change({ modified: '1', seen: thirdLook })
    expect(mergeSavedSearches(base, ours, theirs)).toEqual(ours)
    expect(mergeSavedSearches(base, theirs, ours)).toEqual(ours)
    const renamed = change({ modified: '3', name: 'Name', seen: thirdLook })
    const merged = { ...ours, modified: '3', name: 'Name' }
    expect(mergeSavedSearches(base, ours, renamed)).toEqual(merged)
    expect(mergeSavedSearches(base, renamed, ours)).toEqual(merged)
  })

  it('takes the newest of two questions, with what it found', () => {
    const ours = change({ modified: '3', query: 'oil', seen: secondLook })
    const theirs = change({ modified: '2', query: 'gas', seen: thirdLook })
    expect(mergeSavedSearches(base, ours, theirs)).toEqual(ours)
    expect(mergeSavedSearches(base, theirs, ours)).toEqual(ours)
  })

  it('keeps members that it does not know', () => {
    const theirs = { ...base, colour: 'red' }
    expect(mergeSavedSearches(base, change({ name: 'Oil' }), theirs)).toMatchObject({
      name: 'Oil',
      colour: 'red',
    })
  })
})

describe('spareSavedSearch', () => {
  it('is the older of two new questions, the same on every machine', () => {
    const ours = change({ modified: '3', query: 'oil', seen: secondLook })
    const theirs = change({ modified: '2', query: 'gas', seen: thirdLook })
    const spare = spareSavedSearch(base, ours, theirs)
    expect(spare).toEqual({ ...theirs, id: expect.not.stringMatching(base.id) as string })
    expect(spareSavedSearch(base, theirs, ours)).toEqual(spare)
    expect(spareSavedSearch(null, ours, theirs)).toEqual(spare)
  })

  it.each([
    ['only one asks something new', 'oil', base.query],
    ['both ask the same', 'oil', 'oil'],
    ['neither asks something new', base.query, base.query],
  ])('is not needed where %s', (_name, our, their) => {
    const theirs = change({ query: their, name: 'Other' })
    expect(spareSavedSearch(base, change({ query: our }), theirs)).toBeNull()
  })
})
