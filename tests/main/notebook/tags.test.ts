import { describe, expect, it } from 'vitest'
import { cleanTags, countTags } from '../../../src-main/notebook/tags.ts'
import { event, makePlace, open } from './make-notebook.ts'

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

describe('countTags', () => {
  it('counts annotations, most used first', async () => {
    const notebook = await open(makePlace())
    for (const tags of [['b', 'a'], ['b'], ['c']]) {
      await notebook.createAnnotation({ event: event(), note: '', tags })
    }
    const counts = [
      { tag: 'b', count: 2 },
      { tag: 'a', count: 1 },
      { tag: 'c', count: 1 },
    ]
    expect(countTags(notebook.listAnnotations(null))).toEqual(counts)
    expect(notebook.listTags()).toEqual(counts)
  })
})
