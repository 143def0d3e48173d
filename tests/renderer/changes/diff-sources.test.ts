import { describe, expect, it } from 'vitest'
import { diffSources } from '../../../src-renderer/components/changes/diff-sources.ts'

describe('diffSources', () => {
  it('tells what came, what went and what stayed', () => {
    expect(diffSources(['a', 'b', 'c'], ['c', 'd', 'a'])).toEqual({
      added: ['d'],
      removed: ['b'],
      kept: 2,
    })
  })

  it('counts a source that is cited twice once', () => {
    expect(diffSources(['a', 'a'], ['a'])).toEqual({ added: [], removed: [], kept: 1 })
  })
})
