import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/notebook.ts'
import {
  isFurther,
  joinAnnotations,
  mergeAnnotations,
} from '../../../src-main/notebook/merge-annotations.ts'
import { annotation, event, selector } from './make-notebook.ts'

const base = annotation({ modified: '5', event: event('a') })
const moved = { event: event('b', '2008-07-01'), formerEventIds: ['a'] }
const movedTwice = { event: event('c', '2008-07-01'), formerEventIds: ['a', 'b'] }
const change = (parts: Partial<Annotation>): Annotation => ({ ...base, ...parts })

describe('mergeAnnotations', () => {
  it('joins the words of one side with the moved event of the other, whatever their clocks say', () => {
    const ours = change(moved)
    const theirs = change({ modified: '2', note: 'theirs' })
    const merged = [{ ...theirs, ...moved }]
    expect(mergeAnnotations(ours, theirs, base)).toEqual(merged)
    expect(mergeAnnotations(theirs, ours, base)).toEqual(merged)
  })

  it('takes the event that was followed further', () => {
    const ours = change(moved)
    const theirs = change(movedTwice)
    expect(mergeAnnotations(ours, theirs, base)).toEqual([theirs])
    expect(mergeAnnotations(theirs, ours, undefined)).toEqual([theirs])
    const written = { ...ours, note: 'ours' }
    expect(mergeAnnotations(written, theirs, base)).toEqual([{ ...written, ...movedTwice }])
  })

  it('keeps both where both wrote, the newer one under its id', () => {
    const ours = change({ modified: '7', note: 'ours', ...moved })
    const theirs = change({ modified: '6', note: 'theirs' })
    const id = expect.not.stringMatching(/^a$/) as string
    const merged = [ours, { ...theirs, id, copyOf: 'a' }]
    expect(mergeAnnotations(ours, theirs, base)).toEqual(merged)
    expect(mergeAnnotations(theirs, ours, base)).toEqual(merged)
    expect(mergeAnnotations(ours, theirs, undefined)).toEqual(merged)
  })
})

describe('mergeAnnotations of marks', () => {
  const marked = change({ selector: selector(), colour: 'yellow', tags: ['a', 'b'] })
  const edit = (parts: Partial<Annotation>): Annotation => ({ ...marked, ...parts })
  const merge = (ours: Annotation, theirs: Annotation) => mergeAnnotations(ours, theirs, marked)

  it('takes each part from the side that changed it', () => {
    const ours = edit({ modified: '6', colour: 'green', note: 'ours' })
    const theirs = edit({ modified: '7', state: 'checked', selector: selector('What happened') })
    const merged = [{ ...ours, ...theirs, colour: 'green', note: 'ours' }]
    expect(merge(ours, theirs)).toEqual(merged)
    expect(merge(theirs, ours)).toEqual(merged)
  })

  it('takes what both changed from the newer side, and tags of both', () => {
    const ours = edit({ modified: '6', colour: 'green', state: 'checked', tags: ['a', 'B', 'c'] })
    const theirs = edit({ modified: '7', colour: 'pink', state: 'disputed', tags: ['b', 'd'] })
    const merged = [{ ...theirs, tags: ['b', 'c', 'd'] }]
    expect(merge(ours, theirs)).toEqual(merged)
    expect(merge(theirs, ours)).toEqual(merged)
  })

  it('has no colour where one side made a note of the words', () => {
    const ours = edit({ modified: '6', selector: null, colour: null, note: '> What' })
    const theirs = edit({ modified: '7', colour: 'pink' })
    expect(merge(ours, theirs)).toMatchObject([{ selector: null, colour: null, note: '> What' }])
  })

  it('keeps the older wordings of both, each once and in their order', () => {
    const wording = (note: string, replaced: string) => ({ note, replaced })
    const [first, second, third] = [wording('x', '1'), wording('y', '2'), wording('z', '3')]
    const ours = edit({ modified: '6', note: 'ours', wordings: [first, third] })
    const theirs = edit({ modified: '7', wordings: [first, second], state: 'checked' })
    expect(merge(ours, theirs)).toMatchObject([{ note: 'ours', wordings: [first, second, third] }])
  })

  it('keeps members that it does not know', () => {
    const ours = Object.assign(edit({ modified: '6', note: 'ours' }), { star: 1 })
    const theirs = Object.assign(edit({ modified: '7', state: 'checked' }), { moon: 2 })
    expect(merge(ours, theirs)).toMatchObject([
      { star: 1, moon: 2, note: 'ours', state: 'checked' },
    ])
  })

  it('lets what one side deleted stay where the other wrote, marked or tagged', () => {
    const deleted = edit({ deleted: '6' })
    const changes: Partial<Annotation>[] = [{ note: 'm' }, { tags: [] }, { state: 'checked' }]
    for (const parts of changes) {
      const theirs = edit({ modified: '7', ...parts })
      expect(merge(deleted, theirs)).toEqual([theirs])
      expect(merge(theirs, deleted)).toEqual([theirs])
    }
  })

  it('lets what both deleted, or one deleted and the other only moved, be deleted', () => {
    const ours = edit({ deleted: '6' })
    expect(merge(ours, edit({ deleted: '7' }))).toEqual([edit({ deleted: '7' })])
    expect(merge(ours, edit(moved))).toEqual([edit({ ...moved, deleted: '6' })])
  })

  it('takes out of the trash what one side restored', () => {
    const trashed = edit({ deleted: '6' })
    const restored = edit({ modified: '6' })
    const moved2 = edit({ deleted: '6', ...moved })
    expect(mergeAnnotations(restored, moved2, trashed)).toEqual([{ ...restored, ...moved }])
  })

  it('loses no word whoever writes, deletes or restores what', () => {
    const side = fc.record({
      note: fc.constantFrom('n', 'x', 'y', ''),
      modified: fc.constantFrom('5', '6', '7'),
      tags: fc.subarray(['a', 'b', 'c']),
      colour: fc.constantFrom('yellow', 'green', 'pink'),
      isDeleted: fc.boolean(),
    })
    fc.assert(
      fc.property(side, side, (our, their) => {
        const [ours, theirs] = [our, their].map(({ isDeleted, ...parts }) =>
          edit({ ...parts, ...(isDeleted && { deleted: '8' }) }),
        ) as [Annotation, Annotation]
        const merged = merge(ours, theirs)
        const notes = merged.map(({ note }) => note)
        for (const { note } of [ours, theirs]) {
          if (note !== marked.note && note !== '') expect(notes).toContain(note)
        }
        expect(merged[0]?.id).toBe('a')
        for (const copy of merged.slice(1)) expect(copy.copyOf).toBe('a')
        const isWritten = [ours, theirs].some(
          (one) => one.deleted === undefined && !isDeepStrictEqual(one, marked),
        )
        if (isWritten) expect(merged.some(({ deleted }) => deleted === undefined)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('joinAnnotations', () => {
  it('has the event that was followed further and the words that were written last', () => {
    const stray = change({ modified: '6', note: 'later', tags: ['t'] })
    expect(joinAnnotations(change(moved), stray)).toEqual({ ...stray, ...moved })
  })

  it('is the version that was followed further where that was written last', () => {
    const further = change({ ...moved, modified: '6', note: 'later' })
    expect(joinAnnotations(further, base)).toBe(further)
    const untouched = change(moved)
    expect(joinAnnotations(untouched, base)).toBe(untouched)
  })
})

describe('isFurther', () => {
  it('counts moves first, then goes by when it was written', () => {
    const later = change({ modified: '6' })
    expect(isFurther(change(moved), later)).toBe(true)
    expect(isFurther(later, change(moved))).toBe(false)
    expect(isFurther(change(movedTwice), change(moved))).toBe(true)
    expect(isFurther(later, base)).toBe(true)
    expect(isFurther(base, base)).toBe(false)
  })
})
