import { describe, expect, it } from 'vitest'
import { cleanTags, suggestTags } from '../../../src-renderer/components/notes/suggest-tags.ts'

const KNOWN = [
  { tag: 'food aid', count: 9, colour: null },
  { tag: 'aid', count: 7, colour: null },
  { tag: 'Élysée', count: 3, colour: null },
  { tag: '六方会谈', count: 2, colour: null },
]

describe('cleanTags', () => {
  it('takes away outer spaces, line breaks, empty tags and repeats', () => {
    expect(cleanTags([' aid ', 'food\n aid', '', '  ', 'aid'])).toEqual(['aid', 'food aid'])
  })

  it('makes one of two spellings of the same letters', () => {
    expect(cleanTags(['Élysée', 'Élysée'.normalize('NFD')])).toEqual(['Élysée'])
  })
})

describe('suggestTags', () => {
  it('offers all tags that are not given, most used first, while nothing is typed', () => {
    expect(suggestTags(KNOWN, ['aid'], ' ').map(({ tag }) => tag)).toEqual([
      'food aid',
      'Élysée',
      '六方会谈',
    ])
  })

  it('puts tags that begin with what is typed before those that hold it', () => {
    expect(suggestTags(KNOWN, [], 'ai').map(({ tag }) => tag)).toEqual(['ai', 'aid', 'food aid'])
  })

  it('offers a new tag first, and none that exists or is given', () => {
    expect(suggestTags(KNOWN, [], 'talks')).toEqual([{ tag: 'talks', count: null }])
    expect(suggestTags(KNOWN, [], 'aid')[0]).toMatchObject({ tag: 'aid', count: 7 })
    expect(suggestTags(KNOWN, ['talks'], 'talks')).toEqual([])
  })

  it('ignores case and accents', () => {
    expect(suggestTags(KNOWN, [], 'elys').map(({ tag }) => tag)).toEqual(['elys', 'Élysée'])
  })

  it('finds Chinese tags by any of their characters', () => {
    expect(suggestTags(KNOWN, [], '会谈')).toContainEqual(KNOWN[3])
  })
})
