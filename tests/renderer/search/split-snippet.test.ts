import { describe, expect, it } from 'vitest'
import { splitSnippet } from '../../../src-renderer/components/search/split-snippet.ts'

describe('splitSnippet', () => {
  it('cuts at the edges of the matches', () => {
    const marks = [
      { startUtf16: 0, endUtf16: 3 },
      { startUtf16: 8, endUtf16: 11 },
    ]
    expect(splitSnippet({ text: 'aid for aid', marks })).toEqual([
      { text: 'aid', isMatch: true },
      { text: ' for ', isMatch: false },
      { text: 'aid', isMatch: true },
    ])
  })

  it('leaves out places that are not in the text or overlap', () => {
    const marks = [
      { startUtf16: 0, endUtf16: 2 },
      { startUtf16: 1, endUtf16: 3 },
      { startUtf16: 2, endUtf16: 9 },
    ]
    const runs = splitSnippet({ text: 'aid', marks })
    expect(runs.map(({ text }) => text).join('')).toBe('aid')
    expect(runs.filter(({ isMatch }) => isMatch)).toHaveLength(1)
  })

  it('is one run where nothing matches', () => {
    expect(splitSnippet({ text: 'aid', marks: [] })).toEqual([{ text: 'aid', isMatch: false }])
  })
})
