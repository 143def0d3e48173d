import { describe, expect, it, vi } from 'vitest'
import { useBrush } from '../../../src-renderer/components/search/use-brush.ts'

function setUp(count = 12) {
  const ask = vi.fn()
  const askWhole = vi.fn()
  return { brush: useBrush(() => count, ask, askWhole), ask, askWhole }
}

describe('useBrush', () => {
  it('asks for the bar that was pressed', () => {
    const { brush, ask } = setUp()
    brush.press(3, 1000)
    brush.release()
    expect(ask).toHaveBeenCalledWith({ first: 3, last: 3 })
    expect(brush.range.value).toBeNull()
  })

  it('asks for all bars that were drawn over, in either direction', () => {
    const { brush, ask } = setUp()
    brush.press(7, 1000)
    brush.point(4)
    expect(brush.range.value).toEqual({ first: 4, last: 7 })
    brush.release()
    expect(ask).toHaveBeenCalledWith({ first: 4, last: 7 })
  })

  it('asks for nothing by the second press of a double click', () => {
    const { brush, ask } = setUp()
    brush.press(3, 1000)
    brush.release()
    brush.press(5, 1200)
    brush.release()
    expect(ask).toHaveBeenCalledOnce()
  })

  it('drops what is being drawn by Escape', () => {
    const { brush, ask, askWhole } = setUp()
    brush.press(7, 1000)
    brush.point(4)
    brush.pressKey('Escape', false)
    brush.release()
    expect(ask).not.toHaveBeenCalled()
    expect(askWhole).not.toHaveBeenCalled()
  })

  it('moves by the arrow keys, draws with Shift, asks by Enter', () => {
    const { brush, ask } = setUp()
    brush.point(11)
    brush.pressKey('ArrowLeft', false)
    brush.pressKey('ArrowLeft', true)
    brush.pressKey('ArrowLeft', true)
    expect(brush.range.value).toEqual({ first: 8, last: 10 })
    brush.pressKey('Enter', false)
    expect(ask).toHaveBeenCalledWith({ first: 8, last: 10 })
  })

  it('stays within the bars', () => {
    const { brush } = setUp()
    brush.point(11)
    brush.pressKey('ArrowRight', false)
    expect(brush.cursor.value).toBe(11)
    brush.pressKey('Home', false)
    brush.pressKey('ArrowLeft', false)
    expect(brush.cursor.value).toBe(0)
  })

  it('gives up a range by Escape first, then asks for the whole time', () => {
    const { brush, askWhole } = setUp()
    brush.point(11)
    brush.pressKey('ArrowLeft', true)
    brush.pressKey('Escape', false)
    expect(brush.range.value).toEqual({ first: 10, last: 10 })
    expect(askWhole).not.toHaveBeenCalled()
    brush.pressKey('Escape', false)
    expect(askWhole).toHaveBeenCalledOnce()
  })

  it('leaves other keys alone', () => {
    const { brush } = setUp()
    expect(brush.pressKey('Tab', false)).toBe(false)
  })
})
