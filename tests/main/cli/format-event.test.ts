import { describe, expect, it } from 'vitest'
import { formatDate, formatEventRow, formatSnippet } from '../../../src-main/cli/format-event.ts'
import type { Paint } from '../../../src-main/cli/paint.ts'

const paint: Paint = (style, text) => `<${style}>${text}</>`

describe('formatDate', () => {
  it('fills a column', () => {
    expect(formatDate('1931')).toBe('1931      ')
    expect(formatDate(null)).toBe('          ')
  })
})

describe('formatEventRow', () => {
  it('puts the id below the headline', () => {
    expect(formatEventRow({ id: 'a/b', date: '1931-05-04', title: 'C\u001B[1m D' }, paint)).toBe(
      '1931-05-04  <heading>C D</>\n            <faint>a/b</>',
    )
  })
})

describe('formatSnippet', () => {
  it('marks the matches and keeps the spaces between', () => {
    const text = 'The\nwinter \u0007wage was refused'
    const marks = [
      { startUtf16: 4, endUtf16: 10 },
      { startUtf16: 12, endUtf16: 16 },
    ]
    expect(formatSnippet({ text, marks }, paint)).toBe(
      'The <mark>winter</> <mark>wage</> was refused',
    )
  })
})
