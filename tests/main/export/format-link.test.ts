import { decodeHTML } from 'entities'
import * as fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { plainLine } from '../../../src-main/export/escape-text.ts'
import { formatLink, pathAddress } from '../../../src-main/export/format-link.ts'

const PIECES = [
  ...Array.from('\\`*_[](){}<>#!|~$=&;"\' a'),
  ...['](', '[^1]', '![', '&lt;', 'http://a.b', 'www.a.b', '中'],
]
const hostile = fc.string({ unit: fc.constantFrom(...PIECES), minLength: 1, maxLength: 10 })

/** What marked makes of a link. */
function readLink(markdown: string): { text: string; href: string } {
  const html = marked.parse(`1. ${markdown} – end`, { async: false })
  const [, href, text] = /<li><a href="([^"]*)">([^<>]*)<\/a> – end<\/li>/.exec(html) ?? []
  if (text === undefined) throw new Error(`Not one link: ${html}`)
  return { text: decodeHTML(text), href: decodeHTML(href!) }
}

describe('formatLink', () => {
  it('encodes what would end the address', () => {
    expect(formatLink('a', 'https://a.example/x_(1) [2]?q="&lt;')).toBe(
      '[a](https://a.example/x_%281%29%20%5B2%5D?q=%22&amp;lt;)',
    )
  })

  it('shows any text and leads to any path', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, path) => {
        fc.pre(plainLine(text) !== '')
        const link = readLink(formatLink(text, pathAddress(path)))
        expect(link.text.replace(/\s+/g, ' ')).toBe(plainLine(text))
        expect(decodeURIComponent(link.href)).toBe(path)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps ordinary web addresses as they are', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        fc.pre(!/[()*]/.test(url))
        expect(readLink(formatLink('a', url)).href).toBe(url)
      }),
    )
  })
})

describe('pathAddress', () => {
  it('encodes each segment', () => {
    expect(pathAddress('2008 ü/50 %#.md')).toBe('2008%20%C3%BC/50%20%25%23.md')
  })
})
