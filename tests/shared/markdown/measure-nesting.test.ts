import { describe, expect, it } from 'vitest'
import { measureNesting } from '#shared/markdown/measure-nesting.ts'

describe('measureNesting', () => {
  it('is nothing for plain paragraphs and indented words', () => {
    expect(measureNesting('One line.\n\n        indented words\n')).toBe(0)
  })

  it('counts quotes and lists that open on one line', () => {
    expect(measureNesting('> > - * 1. deep')).toBeGreaterThanOrEqual(5)
  })

  it('counts the indentation a list item stands at', () => {
    const list = Array.from({ length: 30 }, (_, level) => `${'  '.repeat(level)}- item`).join('\n')
    expect(measureNesting(list)).toBeGreaterThanOrEqual(30)
  })

  it('counts tabs as the levels they are', () => {
    expect(measureNesting(`${'\t'.repeat(20)}- item`)).toBeGreaterThanOrEqual(20)
  })

  it('stays small for an ordinary list', () => {
    expect(measureNesting('- one\n  - two\n    1. three\n')).toBeLessThan(8)
  })

  it('takes no more than a moment for a megabyte of markers', () => {
    const text = `${'- '.repeat(250_000)}\n${'>'.repeat(250_000)}\n${' '.repeat(250_000)}x`
    const start = performance.now()
    expect(measureNesting(text)).toBeGreaterThan(100_000)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
