import { describe, expect, it } from 'vitest'
import { buildTagTree } from '../../../src-renderer/components/notes/build-tag-tree.ts'

describe('buildTagTree', () => {
  it('nests by the slash, counts what is below, and hands colours down', () => {
    const tree = buildTagTree([
      { tag: 'war/korea', count: 5, colour: null },
      { tag: 'war', count: 2, colour: 'blue' },
      { tag: 'aid', count: 1, colour: null },
      { tag: 'war/korea/talks', count: 1, colour: 'pink' },
    ])
    expect(tree.map(({ tag, count, colour }) => [tag, count, colour])).toEqual([
      ['aid', 1, null],
      ['war', 8, 'blue'],
    ])
    const [korea] = tree[1]!.children!
    expect(korea).toMatchObject({ label: 'korea', count: 6, colour: 'blue' })
    expect(korea!.children).toEqual([
      { tag: 'war/korea/talks', label: 'talks', count: 1, colour: 'pink' },
    ])
  })

  it('shows a tag that was never given but has others below it', () => {
    const [fuel] = buildTagTree([{ tag: '援助/燃料', count: 3, colour: null }])
    expect(fuel).toMatchObject({ tag: '援助', count: 3 })
    expect(fuel!.children).toHaveLength(1)
  })

  it('takes stray slashes for letters', () => {
    const tree = buildTagTree([{ tag: '/x//', count: 1, colour: null }])
    expect(tree).toEqual([{ tag: '/x//', label: '/x//', count: 1, colour: null }])
  })

  it('is empty without tags', () => {
    expect(buildTagTree([])).toEqual([])
  })
})
