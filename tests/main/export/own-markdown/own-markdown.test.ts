import * as fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { createOwnMarkdown } from '../../../../src-main/export/own-markdown/own-markdown.ts'

function format(text: string, level = 2): string {
  return createOwnMarkdown([text]).format(text, level)
}

/** The same researcher's texts, in one document. */
function formatAll(...texts: string[]): string[] {
  const own = createOwnMarkdown(texts)
  return texts.map((text) => own.format(text, 2))
}

describe('createOwnMarkdown', () => {
  it('keeps Markdown as written', () => {
    const text =
      'A *word* with `code_` and [a link](x.md "t").\n\n* star\n    * deep\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![p][pic]\n\n[pic]: p.png\n\n    code\n\n> said[^n]\n\n[^n]: where'
    expect(format(text)).toBe(text)
  })

  it('keeps line ends and outer empty lines of the document', () => {
    expect(format('\n \n    code\r\nmore\n\n')).toBe('    code\nmore')
  })

  it('puts headings below the heading they stand under, in their order', () => {
    expect(format('# A #\ntext\n### B\n\n#hash')).toBe('### A #\ntext\n##### B\n\n#hash')
    expect(format('##### A\n###### B', 5)).toBe('###### A\n###### B')
  })

  it('leaves headings that are deep enough', () => {
    expect(format('### A\n\n#### B')).toBe('### A\n\n#### B')
  })

  it('rewrites underlined headings', () => {
    expect(format('One\n  two *x*\n===\ntext\n\nThree\n---')).toBe(
      '### One two *x*\ntext\n\n#### Three',
    )
  })

  it('leaves what looks like a heading in code, quotations and lists', () => {
    const text = '```\n# no\n```\n\n> # said\n\n- # item\n\n    # code'
    expect(format(text)).toBe(text)
  })

  it('closes code, comments and elements that are left open', () => {
    expect(format('```js\nlet a')).toBe('```js\nlet a\n```')
    expect(format('~~~~\n~~~')).toBe('~~~~\n~~~\n~~~~')
    expect(format('<!-- aside')).toBe('<!-- aside\n-->')
    expect(format('<? x')).toBe('<? x\n?>')
    expect(format('<details>\n<summary>more</summary>\n\ntext <b>x<br>')).toBe(
      '<details>\n<summary>more</summary>\n\ntext <b>x<br>\n\n</b></details>',
    )
    expect(format('<script>\nlet a')).toBe('<script>\nlet a\n\n</script>')
  })

  it('adds nothing to what is closed', () => {
    for (const text of [
      '```\na\n```',
      '<!-- a -->',
      '<b>x</b> and <br/> and `<i>`',
      '- ```\n  a',
    ]) {
      expect(format(text)).toBe(text)
    }
  })

  it('never lets a text swallow what follows, whatever it is', () => {
    const pieces = [
      '```',
      '~~~~',
      '\n',
      '\n\n',
      '    ',
      '- ',
      '> ',
      '<!--',
      '-->',
      '<pre>',
      'a',
      '`',
    ]
    const text = fc.string({
      unit: fc.constantFrom(...pieces, '<div>', '# ', '1. ', '==='),
      maxLength: 12,
    })
    fc.assert(
      fc.property(text, (written) => {
        const html = marked.parse(`${format(written)}\n\n## After it\n`, { async: false })
        expect(html).toMatch(/<h2>After it<\/h2>\n$/)
      }),
      { numRuns: 3000 },
    )
  })

  it('parts footnotes of the same name in different texts', () => {
    expect(
      formatAll('a[^1]\n\n[^1]: first', 'b[^1] c[^own]\n\n[^1]: second\n[^own]: mine'),
    ).toEqual(['a[^1-1]\n\n[^1-1]: first', 'b[^1-2] c[^own]\n\n[^1-2]: second\n[^own]: mine'])
  })

  it('parts references of the same name, whatever their form', () => {
    expect(
      formatAll(
        '[one][A], [a], [a][], ![a]\n\n[a]: https://a.example',
        '[one][a]\n\n[a]: https://b.example "b"',
      ),
    ).toEqual([
      '[one][A-1], [a][a-1], [a][a-1], ![a][a-1]\n\n[a-1]: https://a.example',
      '[one][a-2]\n\n[a-2]: https://b.example "b"',
    ])
  })

  it('does not make a link of brackets because another text defines them', () => {
    expect(formatAll('He said so [sic].', '[sic]\n\n[sic]: https://sic.example')).toEqual([
      'He said so [sic].',
      '[sic][sic-2]\n\n[sic-2]: https://sic.example',
    ])
  })

  it('gives a part a name that no text uses', () => {
    expect(formatAll('[^1] [^1-1]\n\n[^1]: x', '[^1]')[0]).toBe('[^1-1-1] [^1-1]\n\n[^1-1-1]: x')
  })

  it('knows the labels in use', () => {
    const own = createOwnMarkdown(['a[^2]', '`[^3]`'])
    expect(own.usesLabel('^2')).toBe(true)
    expect(own.usesLabel('^3')).toBe(false)
  })

  it('formats only what it knows', () => {
    expect(() => createOwnMarkdown(['a']).format('b', 2)).toThrow('announced')
  })
})
