import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitNames } from '../../../src-main/archive/name-list.ts'
import { parseLinkLine } from '../../../src-main/archive/page-links.ts'
import { readPlainItem } from '../../../src-main/archive/plain-item.ts'

const MARKER = /^\d{1,9}\. (?=\[)/u

function read(line: string) {
  return readPlainItem(Buffer.from(`before\n${line}\n2. after`), 'before\n'.length)
}

describe('readPlainItem', () => {
  it('reads a relation without making texts of it', () => {
    const item = read(
      '12. [Dockers strike](/news/2012/03/4/dockers.md) _Context: Rotterdam, Harbour_',
    )
    expect(item).toMatchObject({
      number: 12,
      title: 'Dockers strike',
      target: '/news/2012/03/4/dockers.md',
      tail: 'Context: Rotterdam, Harbour',
      entities: ['Rotterdam', 'Harbour'],
    })
    const { bytes = Buffer.of(), start, end } = item ?? {}
    expect(Buffer.from(bytes.subarray(start, end)).toString()).toBe('news/2012/03/4/dockers')
  })

  it.each([
    ['a headline', '# [A](/a.md)'],
    ['a web page', '1. [A](https://a.example/a.md)'],
    ['an address of a host', '1. [A](//a.example/a.md)'],
    ['an escaped address', '1. [A](/a%20b.md)'],
    ['brackets in the text', '1. [A [b]](/a.md)'],
    ['a line that ends in more', '1. [A](/a.md) b'],
    ['a link over two lines', '1. [A\n](/a.md)'],
    ['a number of ten digits', '1234567890. [A](/a.md)'],
  ])('leaves %s to others', (_what, line) => {
    expect(read(line)).toBeNull()
  })

  it('reads nothing in another way than any line is read', () => {
    const part = fc.oneof(
      fc.constantFrom('1', '. ', '[', ']', '](', '](/', '/', 'a', 'ü', '中', '.md', ')', '.md) _'),
      fc.constantFrom(' ', '_', '*', ': ', ', ', '&amp;', '\\', '"', '?', '#', '.MD', '\u00A0'),
      fc.string({ unit: 'binary', maxLength: 2 }).map((text) => text.replace(/[\r\n]/gu, '')),
    )
    const junk = (length: number) =>
      fc.array(part, { maxLength: length }).map((all) => all.join(''))
    const address = fc.oneof(junk(3), fc.constant('news/2012/a'))
    const lines = fc.oneof(
      junk(16),
      fc
        .tuple(junk(4), address, fc.option(junk(4)))
        .map(
          ([text, path, tail]) => `1. [${text}](/${path}.md)${tail === null ? '' : ` _${tail}_`}`,
        ),
    )
    let plain = 0
    fc.assert(
      fc.property(lines, (written) => {
        const line = written.toWellFormed()
        const item = read(line)
        if (!item) return
        plain++
        const others = parseLinkLine(line.replace(MARKER, ''))
        expect(item.link).toEqual(others?.link)
        expect(item.link.kind).toBe('page')
        expect(item.tail).toBe(others?.tail)
        expect(item.second).toBe(others?.second)
        expect(item.entities).toEqual(item.tail === null ? [] : splitNames(item.tail))
      }),
      { numRuns: 30_000 },
    )
    expect(plain).toBeGreaterThan(300)
  })
})
