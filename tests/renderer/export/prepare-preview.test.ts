import { describe, expect, it } from 'vitest'
import {
  shortenDocument,
  withoutFrontMatter,
} from '../../../src-renderer/components/export/prepare-preview.ts'

describe('shortenDocument', () => {
  it('leaves an ordinary document as it is', () => {
    expect(shortenDocument('# Title\n\nText')).toBe('# Title\n\nText')
  })

  it('cuts a long one at the end of a line', () => {
    const line = `${'word '.repeat(20)}[link](a.md)`
    const shortened = shortenDocument(Array(2000).fill(line).join('\n'))
    expect(shortened.length).toBeGreaterThan(50_000)
    expect(shortened.split('\n').every((kept) => kept === line)).toBe(true)
  })

  it('cuts one long line too', () => {
    expect(shortenDocument('x'.repeat(200_000)).length).toBeLessThan(100_000)
  })
})

describe('withoutFrontMatter', () => {
  it('takes away the block at the beginning, and no other', () => {
    const markdown = '---\ntitle: A\n---\n\n# A\n\n---\n\nText\n\n---\n'
    expect(withoutFrontMatter(markdown)).toBe('\n# A\n\n---\n\nText\n\n---\n')
    expect(withoutFrontMatter('# A\n\n---\nx\n---\n')).toBe('# A\n\n---\nx\n---\n')
  })
})
