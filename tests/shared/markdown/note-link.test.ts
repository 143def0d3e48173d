import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Marked, type Tokens } from 'marked'
import { formatCollectionLink, formatEventLink } from '#shared/markdown/note-link.ts'

const marked = new Marked({ gfm: true })

/** The one link a text consists of, as it is read. */
function readLink(markdown: string): { words: string; href: string } {
  const [paragraph] = marked.lexer(markdown) as Tokens.Paragraph[]
  const [link, ...more] = paragraph!.tokens as Tokens.Link[]
  expect(more).toEqual([])
  expect(link!.type).toBe('link')
  const words = link!.tokens.map((token) => ('text' in token ? String(token.text) : '')).join('')
  return { words, href: decodeURIComponent(link!.href) }
}

describe('formatEventLink', () => {
  it.each([
    ['Talks begin', 'news/2008/06/6/talks', '[Talks begin](</news/2008/06/6/talks.md>)'],
    ['[Update] a_b', 'a b (c)', '[\\[Update\\] a\\_b](</a b (c).md>)'],
    ['國際', '新聞/國際', '[國際](</新聞/國際.md>)'],
    ['A', 'x<y>%20?#', '[A](</x%3Cy%3E%2520%3F%23.md>)'],
  ])('of %j at %j is %s', (title, id, markdown) => {
    expect(formatEventLink(title, id)).toBe(markdown)
  })

  it('is read back as one link with the same words and address, whatever both hold', () => {
    const sign = fc.constantFrom(
      ...[
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '*',
        '_',
        '`',
        '\\',
        '!',
        '&',
        '#',
        '?',
        ' ',
        '%',
        'a',
        '國',
      ],
      ...['&amp;', '**', '](', '\n'],
    )
    const any = fc
      .array(sign, { minLength: 1, maxLength: 12 })
      .map((signs) => `x${signs.join('')}x`)
    fc.assert(
      fc.property(any, any, (title, id) => {
        const { words, href } = readLink(formatEventLink(title, id))
        expect(words).toBe(title.replace(/\s+/gu, ' '))
        expect(href).toBe(`/${id}.md`)
      }),
    )
  })
})

describe('formatCollectionLink', () => {
  it('leads to the collection by its id', () => {
    const id = '7fd68c54-2c16-4370-aff8-fda6bf6da93a'
    expect(formatCollectionLink('Six-party [talks]', id)).toBe(
      `[Six-party \\[talks\\]](annals:collection/${id})`,
    )
  })
})
