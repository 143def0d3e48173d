import { describe, expect, it } from 'vitest'
import {
  classifyAddress,
  isPictureAddress,
  parseLinkLine,
  toPageTarget,
} from '../../../src-main/archive/page-links.ts'

describe('classifyAddress', () => {
  it.each([
    ['/news/2012/03/4/a.md', 'page'],
    ['../a.md#part', 'page'],
    ['a.md?x', 'page'],
    ['/news/2012/03/4/港口.md', 'page'],
    ['/news/2012/03/4/without-extension', 'page'],
    ['http://example.org/a.md', 'web'],
    ['HTTPS://example.org', 'web'],
    ['//example.org/a.png', 'web'],
    ['javascript:alert(1)', 'other'],
    ['JavaScript:alert(1).md', 'other'],
    ['file:///etc/passwd.md', 'other'],
    ['data:text/html,x', 'other'],
    ['/pictures/a.jpg', 'other'],
    ['www.example.org', 'other'],
    ['', 'other'],
  ])('takes “%s” for %s', (address, kind) => {
    expect(classifyAddress(address)).toBe(kind)
  })
})

describe('isPictureAddress', () => {
  it('looks at the path, not at what follows it', () => {
    const addresses = [
      'http://a/b.JPG?x=1',
      'http://a/b.webp#c',
      'http://a/b?c=d.jpg',
      'http://a/b',
    ]
    expect(addresses.map(isPictureAddress)).toEqual([true, true, false, false])
  })
})

describe('toPageTarget', () => {
  it.each([
    ['/news/a.md', '/news/a.md'],
    ['/news/%E6%B8%AF.md', '/news/港.md'],
    ['/news/cafe\u0301.md#x', '/news/café.md'],
    ['/news/100%.md', '/news/100%.md'],
    ['/news/a.md "A title"', '/news/a.md'],
    ['</news/a b.md>', '/news/a b.md'],
  ])('reads %s', (address, target) => {
    expect(toPageTarget(address)).toBe(target)
  })
})

describe('parseLinkLine', () => {
  it('ends a link to a page with the line, whatever its text holds', () => {
    const line = '[A [b] (c) [https:--x ("Post")] {{es icon}} ](/news/d.md) _Context: E, F_'
    expect(parseLinkLine(line)).toEqual({
      link: {
        text: 'A [b] (c) [https:--x ("Post")] {{es icon}}',
        address: '/news/d.md',
        kind: 'page',
        target: '/news/d.md',
      },
      second: null,
      tail: 'Context: E, F',
    })
  })

  it.each([
    ['[A title. ](/news/a-b.md) _Context: E, F_', 'A title.', '/news/a-b.md', 'Context: E, F'],
    ['[A  wide   title](/news/a.md)', 'A wide title', '/news/a.md', null],
    ['[ ](/news/a.md)', '', '/news/a.md', null],
    ['[A](/news/a.md) _ _', 'A', '/news/a.md', null],
    ['[A](/news/a.md) _one_ _two_', 'A', '/news/a.md', 'one_ _two'],
    ['[中](/news/a.md) _) _', '中', '/news/a.md', ')'],
    ['[A](/news/a.md) *one*', 'A', '/news/a.md', 'one'],
    ['[A &amp; B](/news/a%20b.md)', 'A & B', '/news/a b.md', null],
    ['[A] b](/news/a.md)', 'A] b', '/news/a.md', null],
  ])('reads %s', (line, text, target, tail) => {
    expect(parseLinkLine(line)).toMatchObject({ link: { text, target }, tail })
  })

  it('reads a link to a page whose brackets do not balance', () => {
    expect(parseLinkLine('[a [b](/c.md)')?.link).toMatchObject({ text: 'a [b', address: '/c.md' })
    expect(parseLinkLine('[a] b](/c.md)')?.link).toMatchObject({ text: 'a] b', address: '/c.md' })
  })

  it('reads a second link on the line and parentheses in an address', () => {
    expect(parseLinkLine('[Post [live]](http://a.b/c_(d)) [IMG](//e.f/g.png)')).toEqual({
      link: { text: 'Post [live]', address: 'http://a.b/c_(d)', kind: 'web', target: null },
      second: { text: 'IMG', address: '//e.f/g.png', kind: 'web', target: null },
      tail: null,
    })
  })

  it('reads an address that does not close', () => {
    expect(parseLinkLine('[a](http://b.c/(d)')?.link.address).toBe('http://b.c/(d')
    expect(parseLinkLine('[a](http://b.c')).toBeNull()
  })

  it('decodes entities in the text and keeps markup as text', () => {
    expect(parseLinkLine('[A &#039;b&#039; <i>c</i>](/d.md)')?.link.text).toBe("A 'b' <i>c</i>")
  })

  it('takes no other line for a link', () => {
    expect(['', 'a [b](/c.md)', '[a]', '[a] (b)', '[](', ']('].map(parseLinkLine)).toEqual(
      Array(6).fill(null),
    )
  })
})
