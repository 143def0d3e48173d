import { describe, expect, it } from 'vitest'
import { TagCounts, cleanTags } from '../../../src-main/notebook/tags.ts'
import { annotation, event, makePlace, open } from './make-notebook.ts'

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

describe('TagCounts', () => {
  it('counts annotations, most used first', async () => {
    const notebook = await open(makePlace())
    for (const tags of [['b', 'a'], ['b'], ['c']]) {
      await notebook.createAnnotation({ event: event(), note: '', tags })
    }
    expect(notebook.listTags()).toEqual([
      { tag: 'b', count: 2 },
      { tag: 'a', count: 1 },
      { tag: 'c', count: 1 },
    ])
  })

  it('follows what is changed, deleted and undone', async () => {
    const notebook = await open(makePlace())
    const { id } = await notebook.createAnnotation({ event: event(), note: '', tags: ['a', 'b'] })
    await notebook.updateAnnotation(id, { tags: ['b', 'c'] })
    expect(notebook.listTags().map(({ tag }) => tag)).toEqual(['b', 'c'])
    await notebook.deleteAnnotation(id)
    expect(notebook.listTags()).toEqual([])
    await notebook.undo()
    await notebook.undo()
    expect(notebook.listTags().map(({ tag }) => tag)).toEqual(['a', 'b'])
  })

  it('names a tag that is a word of the language', () => {
    const counts = new TagCounts()
    counts.followAnnotation(null, annotation({ tags: ['__proto__', 'constructor'] }))
    expect(counts.list()).toEqual([
      { tag: '__proto__', count: 1 },
      { tag: 'constructor', count: 1 },
    ])
  })
})
