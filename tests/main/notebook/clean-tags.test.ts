import { describe, expect, it } from 'vitest'
import { cleanTags } from '../../../src-main/notebook/clean-tags.ts'

describe('cleanTags', () => {
  it('trims, takes the leading # away and drops what is empty', () => {
    expect(cleanTags([' #war ', '##trade', '# ', '', 'a #b', '# c'])).toEqual([
      'war',
      'trade',
      'a #b',
      'c',
    ])
  })

  it('keeps the first of tags that differ in case or in how accents are stored', () => {
    expect(cleanTags(['War', 'war', 'cafe\u0301', 'CAFÉ'])).toEqual(['War', 'café'])
  })

  it('makes one line of a tag', () => {
    expect(cleanTags(['climate \n change', '气候　变化'])).toEqual(['climate change', '气候 变化'])
  })
})
