import * as fc from 'fast-check'
import { type Tokens, marked } from 'marked'
import { describe, expect, it } from 'vitest'
import type { Claim, Evidence } from '#shared/claim.ts'
import { exportClaim } from '../../../../src-main/export/claim/export-claim.ts'
import { parseMarkdown } from '../../../../src-main/export/own-markdown/parse-markdown.ts'

const TIME = '2026-01-01T08:00:00.000Z'

function evidence(id: string, date: string | null, parts: Partial<Evidence> = {}): Evidence {
  const event = { id: `news/${id}`, date, title: `Headline ${id}`, text: '' }
  const made = { id, annotationId: id, stance: 'supports', remark: '', added: TIME } as const
  return { ...made, event, quote: '', outlets: [], ...parts }
}

function claim(pieces: Evidence[], parts: Partial<Claim> = {}): Claim {
  const made = { id: '5a1e4c70', created: TIME, modified: '2026-01-05T08:00:00.000Z' }
  return {
    ...made,
    name: 'Talks resumed because of fuel aid',
    verdict: '',
    evidence: pieces,
    ...parts,
  }
}

const FULL = claim(
  [
    evidence('c', null, { stance: 'unclear' }),
    evidence('b', '1931-05-09', {
      stance: 'contradicts',
      quote: 'No | bar\nheld',
      outlets: ['The Courier', 'A|B'],
      remark: 'See *this* | and\n\nthat',
    }),
    evidence('a (1)', '1931-05', { quote: '=fuel', remark: '-1' }),
  ],
  { verdict: '# Likely\n\nFor *now*.' },
)

describe('exportClaim', () => {
  it('writes Markdown with statement, verdict, counts and a table in order of time', () => {
    expect(exportClaim(FULL, 'markdown')).toEqual({
      path: 'Talks resumed because of fuel aid.md',
      text: `---
title: Talks resumed because of fuel aid
date: 2026-01-01
created: 2026-01-01T08:00:00.000Z
updated: 2026-01-05T08:00:00.000Z
annals-id: 5a1e4c70
---

# Talks resumed because of fuel aid

**Verdict**

## Likely

For *now*.

3 pieces of evidence: 1 supporting, 1 contradicting, 1 unclear.

| Date | Stance | Quotation | Outlets | Event | Remark |
| --- | --- | --- | --- | --- | --- |
| 1931-05 | supports | =fuel |  | [Headline a (1)](news/a%20%281%29.md) | -1 |
| 1931-05-09 | contradicts | No \\| bar held | The Courier, A\\|B | [Headline b](news/b.md) | See *this* \\| and<br>that |
| Undated | unclear |  |  | [Headline c](news/c.md) |  |
`,
    })
  })

  it('writes CSV with a row for each piece of evidence', () => {
    const claimed = 'Talks resumed because of fuel aid'
    expect(exportClaim(FULL, 'csv')).toEqual({
      path: `${claimed}.csv`,
      text: [
        '\uFEFFclaim,date,stance,quotation,outlets,headline,event,remark',
        `${claimed},1931-05,supports,'=fuel,,Headline a (1),news/a (1).md,'-1`,
        `${claimed},1931-05-09,contradicts,"No | bar\nheld",The Courier; A|B,Headline b,news/b.md,"See *this* | and\n\nthat"`,
        `${claimed},,unclear,,,Headline c,news/c.md,`,
        '',
      ].join('\r\n'),
    })
  })

  it('says so where there is no evidence', () => {
    expect(exportClaim(claim([]), 'markdown').text).toMatch(/\n\nNo evidence\.\n$/)
    expect(exportClaim(claim([]), 'csv').text.split('\r\n')).toHaveLength(2)
  })

  it('gives the same bytes again, and names any file safely', () => {
    for (const format of ['markdown', 'csv'] as const) {
      expect(exportClaim(structuredClone(FULL), format)).toEqual(exportClaim(FULL, format))
    }
    expect(exportClaim(claim([], { name: '../..' }), 'csv').path).toBe('claim.csv')
  })

  it('keeps the table whole and its links true, whatever stands in it', () => {
    const piece = fc.constantFrom(
      ...['|', '\\', '\\|', '`', '``', '\n', '\r\n', '\u2028', '<br>', '<!--', '<td>', '[', ']('],
      ...[
        'a',
        ' ',
        ')',
        '*',
        '$',
        '中',
        'ע',
        '---',
        ':-:',
        '```\n',
        '&#124;',
        '~~',
        '\uD800',
        '\0',
      ],
    )
    const text = fc.string({ unit: piece, maxLength: 12 })
    const outlets = fc.array(text, { maxLength: 2 })
    const any = fc.record({ quote: text, outlets, remark: text, title: text, id: text })
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 3 }), (rows) => {
        const pieces = rows.map(({ title, id, ...parts }, index) => {
          const made = evidence(String(index), null, parts)
          return { ...made, event: { ...made.event, title, id: `news/${id.toWellFormed()}` } }
        })
        const markdown = exportClaim(claim(pieces), 'markdown').text
        expect(readTable(markdown)).toEqual(pieces.map(({ event }) => [6, `${event.id}.md`]))
        expect(countBars(markdown)).toEqual(pieces.map(() => 7))
      }),
      { numRuns: 1500 },
    )
  })
})

/** What marked takes for the one table: of each row how many cells it has and where it links to. */
function readTable(markdown: string): [cells: number, target: string][] {
  const tables = marked.lexer(markdown).filter((token) => token.type === 'table')
  expect(tables).toHaveLength(1)
  return (tables[0] as Tokens.Table).rows.map((cells) => {
    const links = cells[4]?.tokens.filter((token) => token.type === 'link') ?? []
    return [cells.length, decodeURIComponent((links[0] as Tokens.Link).href)]
  })
}

/** What another reader takes for the bars between the cells of each row. */
function countBars(markdown: string): number[] {
  const counts: number[] = []
  parseMarkdown(markdown).iterate({
    enter({ name, node }) {
      if (name === 'TableRow') counts.push(node.getChildren('TableDelimiter').length)
    },
  })
  return counts
}
