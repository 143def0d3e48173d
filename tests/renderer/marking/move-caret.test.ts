import { describe, expect, it } from 'vitest'
import { type CaretKey, motionOf, moveCaret } from '../../../src-renderer/marking/move-caret.ts'

function press(key: string, held: Partial<CaretKey> = {}): CaretKey {
  return { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held }
}

describe('motionOf', () => {
  it('moves by character and line, with Ctrl by word and paragraph', () => {
    expect(motionOf(press('ArrowRight'), false)).toEqual({
      alter: 'move',
      direction: 'right',
      granularity: 'character',
    })
    expect(motionOf(press('ArrowLeft', { ctrlKey: true }), false)?.granularity).toBe('word')
    expect(motionOf(press('ArrowDown'), false)?.granularity).toBe('line')
    expect(motionOf(press('ArrowUp', { ctrlKey: true }), false)?.granularity).toBe('paragraph')
    expect(motionOf(press('End'), false)?.granularity).toBe('lineboundary')
  })

  it('extends with Shift', () => {
    expect(motionOf(press('ArrowDown', { shiftKey: true }), false)?.alter).toBe('extend')
  })

  it('moves by word with Option on a Mac', () => {
    expect(motionOf(press('ArrowLeft', { altKey: true }), true)?.granularity).toBe('word')
  })

  it('leaves keys alone that mean something else', () => {
    expect(motionOf(press('ArrowDown', { altKey: true }), false)).toBeNull()
    expect(motionOf(press('h'), false)).toBeNull()
    expect(motionOf(press('Home', { ctrlKey: true }), false)).toBeNull()
  })
})

describe('moveCaret', () => {
  /** A selection over nodes in a row, moved one node at a time, as the page would move it. */
  function selectIn(nodes: Node[], at: number) {
    let place = at
    const selection = {
      get anchorNode() {
        return nodes[place]!
      },
      get focusNode() {
        return nodes[place]!
      },
      anchorOffset: 0,
      focusOffset: 0,
      modify: () => {
        place = Math.min(place + 1, nodes.length - 1)
      },
      setBaseAndExtent: (node: Node) => {
        place = nodes.indexOf(node)
      },
      placeNow: () => place,
    }
    return selection as unknown as Selection & { placeNow: () => number }
  }
  const nodes = ['a', 'b', 'c', 'd'].map((name) => ({ name }) as unknown as Node)
  const motion = { alter: 'move', direction: 'forward', granularity: 'character' } as const

  it('goes on to the next place that is allowed', () => {
    const selection = selectIn(nodes, 0)
    expect(moveCaret(selection, motion, (node) => node === nodes[2])).toBe(true)
    expect(selection.placeNow()).toBe(2)
  })

  it('stays where it was where no place is allowed', () => {
    const selection = selectIn(nodes, 1)
    expect(moveCaret(selection, motion, () => false)).toBe(false)
    expect(selection.placeNow()).toBe(1)
  })
})
