import { decodeHTML } from 'entities'
import * as fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import {
  escapeLine,
  escapeParagraphs,
  plainLine,
  quoteParagraphs,
} from '../../../src-main/export/escape-text.ts'

const PIECES = [
  ...Array.from('\\`*_{}[]()<>#+-.!|~$=%^&:;@"\'/1a '),
  ...['1. ', '2) ', '- ', '> ', '# ', '## ', '```', '~~~', '---', '===', '![', '](x)', '[^1]'],
  ...['<b>', '</b>', '<script>', '<!--', '&amp;', '&#35;', '&lt', '||', '|-|', ' | ', '==', '%%'],
  ...['http://a.b', 'https://a.b/c_d', 'www.a.b', 'a@b.cd', '中文', 'עברית', '  ', '\t', '\u00A0'],
]
const hostileLine = fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 12 })
const hostileText = fc.string({ unit: fc.constantFrom(...PIECES, '\n', '\n\n'), maxLength: 20 })

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What marked shows of inline Markdown; fails where an element arose. */
function shownText(markdown: string, element: string): string {
  const html = marked.parse(markdown, { async: false }).trim()
  const inner = new RegExp(`^<${element}>([^<>]*)</${element}>$`).exec(html)
  if (!inner) throw new Error(`Not one ${element} of text: ${html}`)
  return collapse(decodeHTML(inner[1]!))
}

describe('escapeLine', () => {
  it('leaves ordinary prose as it is', () => {
    const prose = 'Prices rose 4.5% – “too much”, said the union (again); 3 ships & a tug left.'
    expect(escapeLine(prose)).toBe(prose)
  })

  it('escapes markup', () => {
    expect(escapeLine('[a](b) *c* _d_ `e` <f> ~g~ $h$')).toBe(
      '\\[a\\]\\(b) \\*c\\* \\_d\\_ \\`e\\` \\<f> \\~g\\~ \\$h\\$',
    )
  })

  it('keeps addresses from becoming links, and words from becoming tags', () => {
    expect(escapeLine('see http://a.b, www.c.d and e@f.gh #now')).toBe(
      'see http\\://a.b, www\\.c.d and e\\@f.gh \\#now',
    )
  })

  it('shows exactly the text in a heading, whatever it is', () => {
    fc.assert(
      fc.property(hostileLine, (text) => {
        fc.pre(plainLine(text) !== '')
        expect(shownText(`## ${escapeLine(text)}`, 'h2')).toBe(plainLine(text))
      }),
      { numRuns: 5000 },
    )
  })

  it('shows exactly the text in front of a footnote mark', () => {
    fc.assert(
      fc.property(hostileLine, (text) => {
        expect(shownText(`2008 ${escapeLine(text)}[^1]`, 'p')).toBe(
          `${collapse(`2008 ${plainLine(text)}`)}[^1]`.replace(/^2008\[/, '2008 ['),
        )
      }),
      { numRuns: 2000 },
    )
  })
})

describe('plainLine', () => {
  it('joins lines and drops controls', () => {
    expect(plainLine(' a\r\nb\u2028c\u0007d \u001B[31m')).toBe('a b cd [31m')
  })
})

describe('escapeParagraphs', () => {
  it('escapes what begins a block', () => {
    expect(escapeParagraphs('- a\n+ b\n1. c\n2) d\n> e\n# f\n===\n---')).toBe(
      '\\- a\n\\+ b\n1\\. c\n2\\) d\n\\> e\n\\# f\n\\=\\==\n\\---',
    )
  })

  it('takes away indents and breaks that Markdown would see', () => {
    expect(escapeParagraphs('    code  \n\tmore\n\n\n\nlast\\')).toBe('code\nmore\n\nlast\\\\')
  })

  it('shows exactly the paragraphs, whatever they are', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const paragraphs = text
          .split(/\n\s*\n/)
          .map(collapse)
          .filter((paragraph) => paragraph !== '')
        const html = marked.parse(escapeParagraphs(text), { async: false })
        const shown = [...html.matchAll(/<p>([^<>]*)<\/p>\n?/g)]
        expect(shown.map(([all]) => all).join('')).toBe(html)
        expect(shown.map(([, inner]) => collapse(decodeHTML(inner!)))).toEqual(paragraphs)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('quoteParagraphs', () => {
  it('quotes each line', () => {
    expect(quoteParagraphs('one\n# two\n\nthree')).toBe('> one\n> \\# two\n>\n> three')
  })
})
