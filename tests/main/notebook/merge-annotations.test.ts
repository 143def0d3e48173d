import { describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/notebook.ts'
import {
  isFurther,
  joinAnnotations,
  mergeAnnotations,
} from '../../../src-main/notebook/merge-annotations.ts'
import { annotation, event } from './make-notebook.ts'

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
    const merged = [ours, { ...theirs, id: expect.not.stringMatching(/^a$/) as string }]
    expect(mergeAnnotations(ours, theirs, base)).toEqual(merged)
    expect(mergeAnnotations(theirs, ours, base)).toEqual(merged)
    expect(mergeAnnotations(ours, theirs, undefined)).toEqual(merged)
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
