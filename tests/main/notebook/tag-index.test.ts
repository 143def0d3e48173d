import { describe, expect, it } from 'vitest'
import { TagIndex } from '../../../src-main/notebook/tag-index.ts'
import { annotation } from './make-notebook.ts'

describe('TagIndex', () => {
  it('knows the annotations of each tag, and no tag that is out of use', () => {
    const index = new TagIndex()
    const [one, two] = [
      annotation({ id: '1', tags: ['a', 'b'] }),
      annotation({ id: '2', tags: ['b'] }),
    ]
    index.followAnnotation(null, one)
    index.followAnnotation(null, two)
    expect(index.names()).toEqual(['a', 'b'])
    expect([...index.of('b')]).toEqual(['1', '2'])
    index.followAnnotation(one, annotation({ id: '1', tags: ['b'] }))
    expect(index.names()).toEqual(['b'])
    expect([...index.of('a')]).toEqual([])
  })

  it('names a tag that is a word of the language', () => {
    const index = new TagIndex()
    index.followAnnotation(null, annotation({ tags: ['__proto__', 'constructor'] }))
    expect(index.names()).toEqual(['__proto__', 'constructor'])
  })
})
