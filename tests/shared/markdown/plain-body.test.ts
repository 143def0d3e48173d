import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collapseSpace } from '#shared/event-text.ts'
import { plainBody } from '#shared/markdown/plain-body.ts'

const plain = (markdown: string) => collapseSpace(plainBody(markdown))

describe('plainBody', () => {
  it.each([
    [
      '# Title\n\nFirst *line*\nsecond **line**.\n\n> quoted',
      'Title First line second line. quoted',
    ],
    ['a [link](http://x.example/y "z") and <https://x.example>', 'a link and https://x.example'],
    ['before ![a picture](p.png) after', 'before after'],
    ['Tom &amp; Jerry &lt;b&gt; `&amp;` \\*', 'Tom & Jerry <b> &amp; *'],
    ['- [x] done\n- [ ] open\n  - inner\n\n1. one', '☑ done ☐ open inner one'],
    ['| a | b |\n|---|---|\n| 1 *x* | 2 |', 'a b 1 x 2'],
    ['```js\nlet a = 1\n```\n\n---\n\n    indented', 'let a = 1 indented'],
    ['a<br>b <b>bold</b> <!-- gone --> c', 'a b bold c'],
    ['<div class="x">\ninner &amp; outer\n</div>\n\n<script>alert(1)</script>', 'inner & outer'],
    ['a claim[^1] stands\n\n[^1]: a note,\nwith more\n\n[l]: http://x.example', 'a claim stands'],
    ['hard  \nbreak\\\nhere', 'hard break here'],
    ['Setext\n===\n\n~~gone~~ H~2~O', 'Setext gone H2O'],
  ])('gives the words of %j', (markdown, words) => {
    expect(plain(markdown)).toBe(words)
  })

  it('gives the source of what the window does not render', () => {
    const deep = `${'>'.repeat(200)} *x*`
    expect(plainBody(deep)).toBe(deep)
  })

  it('takes any text, and the same text for the same', () => {
    const piece = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      '](',
      ')',
      '<b>',
      '&amp;',
      '\n',
      '- ',
      'w ',
      '|',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        expect(plainBody(text)).toBe(plainBody(text))
      }),
    )
  })
})
