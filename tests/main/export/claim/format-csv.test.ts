import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCsv } from '../../../../src-main/export/claim/format-csv.ts'

/** A reader of RFC 4180, written for this test alone. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (at >= text.length) throw new Error('A quoted cell has no end.')
        if (text[at] === '"') at++
        cell += text[at]!
      }
      at++
    } else {
      while (at < text.length && !',\r\n"'.includes(text[at]!)) cell += text[at++]!
    }
    rows.at(-1)!.push(cell)
    if (text[at] === ',') at++
    else if (text.startsWith('\r\n', at)) {
      at += 2
      rows.push([])
    } else throw new Error(`Neither a comma nor the end of a line at ${at}.`)
    if (text[at - 1] === ',' && text.startsWith('\r\n', at)) continue
  }
  return rows.slice(0, -1)
}

const unguard = (cell: string) => cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/u, '')

describe('formatCsv', () => {
  it('writes what RFC 4180 asks for', () => {
    expect(
      formatCsv([
        ['a', 'b c'],
        ['x,y', 'say "no"\nnow'],
        ['', ' z'],
      ]),
    ).toBe('\uFEFFa,b c\r\n"x,y","say ""no""\nnow"\r\n," z"\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', "'=1", "''@x"])(
    'puts an apostrophe before what a spreadsheet would take for a formula: %j',
    (cell) => {
      expect(readCsv(formatCsv([[cell]]))).toEqual([[`'${cell}`]])
    },
  )

  it.each(["'90s", 'a=b', '1-2', '–', '“@”'])('leaves %j as it is', (cell) => {
    expect(readCsv(formatCsv([[cell]]))).toEqual([[cell]])
  })

  it('gives back every cell, and no cell that begins like a formula', () => {
    const piece = fc.constantFrom(...Array.from(`=+-@'",;\r\n\t a中ע＝🙂`), '\r\n', '""')
    const cell = fc.string({ unit: piece, maxLength: 8 })
    const row = fc.array(cell, { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const read = readCsv(formatCsv(rows))
        expect(read.map((cells) => cells.map(unguard))).toEqual(rows)
        expect(read.flat().filter((text) => /^[=+\-@\t\r\n＝＋－＠]/u.test(text))).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })
})
