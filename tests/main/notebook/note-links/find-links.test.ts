import { describe, expect, it } from 'vitest'
import { findLinks, mayHoldLinks } from '../../../../src-main/notebook/note-links/find-links.ts'

function find(text: string) {
  const task = findLinks(text)
  for (;;) {
    const { done, value } = task.next()
    if (done) return value
  }
}

const hrefs = (text: string) => find(text).map(({ href }) => href)

describe('findLinks', () => {
  it('finds what leads into the archive, however it is written', () => {
    expect(hrefs('See [A *b*](/news/2008/06/6/a.md "t"), [c](../7/c.md)')).toEqual([
      '/news/2008/06/6/a.md',
      '../7/c.md',
    ])
    expect(hrefs('[a](</with spaces/a.md>) and [b](/b\\(1\\).md)')).toEqual([
      '/with spaces/a.md',
      '/b(1).md',
    ])
    expect(hrefs('As [said][1].\n\n[1]: /news/a.md')).toEqual(['/news/a.md'])
  })

  it('passes over addresses, pictures, code and collections', () => {
    expect(hrefs('[w](https://a.example/b.md) <mailto:a@b.example> [x](//a.example)')).toEqual([])
    expect(hrefs('![p](/p.png) `[c](/c.md)` [k](annals:collection/1) [h](#top) [e]()')).toEqual([])
    expect(hrefs('```\n[c](/c.md)\n```')).toEqual([])
  })

  it('has plain text around the link', () => {
    const text = '# Why\n\n> It was *cold*, see [the **strike**](/a.md), `as` said.\n\nMore.'
    expect(find(text)[0]?.excerpt).toBe('It was cold, see the strike, as said.')
  })

  it('cuts the text around a link between words', () => {
    const [link] = find(`${'before '.repeat(60)}[here](/a.md)${' after'.repeat(60)}`)
    expect(link?.excerpt).toMatch(/^…before .* here after .*after…$/)
    expect(link?.excerpt.length).toBeLessThan(200)
  })

  it('stops often while it reads a long text', () => {
    const task = findLinks('A paragraph with [a link](/a.md).\n\n'.repeat(2000))
    let longest = 0
    for (let isDone = false; !isDone;) {
      const start = process.cpuUsage()
      isDone = task.next().done ?? false
      const { user, system } = process.cpuUsage(start)
      longest = Math.max(longest, user + system)
    }
    expect(longest).toBeLessThan(50_000)
  })
})

describe('mayHoldLinks', () => {
  it('is true of every text that has a link with a target', () => {
    for (const text of ['[a](b)', '[a][1]\n\n[1]: /b']) expect(mayHoldLinks(text)).toBe(true)
    expect(mayHoldLinks('The [first] talks (2008).')).toBe(false)
  })
})
