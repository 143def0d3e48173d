import { describe, expect, it } from 'vitest'
import { mergeRecords } from '../../../src-main/notebook/merge-records.ts'

/** "a1 b1": records by id and version. */
function read(text: string) {
  return text.split(' ').flatMap((word) => (word ? [{ id: word[0]!, version: word.slice(1) }] : []))
}

function merge(base: string, ours: string, theirs: string): string {
  const merged = mergeRecords(read(base), read(ours), read(theirs), (our, their) => [
    { ...our, version: `${our.version}+${their.version}` },
  ])
  return merged.map(({ id, version }) => `${id}${version}`).join(' ')
}

describe('mergeRecords', () => {
  it.each([
    ['nothing changed', 'a1 b1', 'a1 b1', 'a1 b1', 'a1 b1'],
    ['we changed', 'a1 b1', 'a2 b1', 'a1 b1', 'a2 b1'],
    ['they changed', 'a1 b1', 'a1 b1', 'a1 b2', 'a1 b2'],
    ['both changed alike', 'a1', 'a2', 'a2', 'a2'],
    ['both changed', 'a1', 'a2', 'a3', 'a2+3'],
    ['we deleted', 'a1 b1', 'b1', 'a1 b1', 'b1'],
    ['they deleted', 'a1 b1', 'a1 b1', 'b1', 'b1'],
    ['both deleted', 'a1 b1', 'b1', 'b1', 'b1'],
    ['we deleted what they changed', 'a1', '', 'a2', 'a2'],
    ['they deleted what we changed', 'a1', 'a2', '', 'a2'],
    ['both added', 'a1', 'a1 b1', 'a1 c1', 'a1 b1 c1'],
    ['both added the same', '', 'a1', 'a2', 'a1+2'],
    ['we reordered', 'a1 b1 c1', 'c1 a1 b1', 'a1 b2 c1', 'c1 a1 b2'],
    ['they reordered', 'a1 b1 c1', 'a1 b2 c1', 'c1 a1 b1', 'c1 a1 b2'],
  ])('where %s', (_name, base, ours, theirs, merged) => {
    expect(merge(base, ours, theirs)).toBe(merged)
  })

  it('hands over what both began with, where there was anything', () => {
    const bases: unknown[] = []
    const resolve = (our: { id: string }, _their: { id: string }, base: unknown) => {
      bases.push(base)
      return [our]
    }
    mergeRecords(read('a1'), read('a2 b2'), read('a3 b3'), resolve)
    expect(bases).toEqual([{ id: 'a', version: '1' }, undefined])
  })
})
