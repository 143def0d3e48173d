import * as fc from 'fast-check'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { safeFileName, uniqueFileNames } from '../../../src-main/export/safe-file-name.ts'

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('.', ' ', '/', 'n', 'u', 'l', '-', '2', '\u202E'),
    maxLength: 12,
  }),
)

describe('safeFileName', () => {
  it('keeps an ordinary headline', () => {
    expect(safeFileName('Accord ends strike, 12 % back at work')).toBe(
      'Accord ends strike, 12 % back at work',
    )
  })

  it('drops what a file system or a note program gives a meaning', () => {
    expect(safeFileName('AC/DC: “Why?” <b>|#1|</b> [x]^2')).toBe('AC DC “Why ” b 1 b x 2')
    expect(safeFileName('a\tb\r\nc\u0000d')).toBe('a b cd')
    expect(safeFileName('../../etc/passwd')).toBe('etc passwd')
    expect(safeFileName('.hidden')).toBe('hidden')
  })

  it('drops marks that turn the direction of a name', () => {
    expect(safeFileName('report\u202Etxt.exe\u2066')).toBe('reporttxt.exe')
  })

  it('keeps joiners that Persian and emoji need', () => {
    expect(safeFileName('می\u200Cخواهم 👩\u200D🚒')).toBe('می\u200Cخواهم 👩\u200D🚒')
  })

  it('composes letters', () => {
    expect(safeFileName('Cafe\u0301')).toBe('Café')
  })

  it('avoids the devices of Windows', () => {
    expect(safeFileName('con')).toBe('_con')
    expect(safeFileName('LPT1.txt')).toBe('_LPT1.txt')
    expect(safeFileName('Nul .x')).toBe('_Nul .x')
    expect(safeFileName('Console')).toBe('Console')
  })

  it('takes the fallback where nothing is left', () => {
    expect(safeFileName('...')).toBe('untitled')
    expect(safeFileName('\u202E?', 'collection')).toBe('collection')
  })

  it('cuts at whole characters', () => {
    const family = '👩‍👩‍👧‍👦'
    const name = safeFileName(family.repeat(20))
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
    expect(name.length % family.length).toBe(0)
    expect(safeFileName('中'.repeat(300))).toBe('中'.repeat(66))
  })

  it('always gives one safe segment, the same when applied again', () => {
    fc.assert(
      fc.property(anyName, (written) => {
        const name = safeFileName(written)
        expect(name).not.toBe('')
        expect(name).toBe(name.normalize('NFC'))
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
        expect(name).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069<>:"/\\|?*]/u)
        expect(name).not.toMatch(/^[. ]|[. ]$/)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
        expect(safeFileName(name)).toBe(name)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('uniqueFileNames', () => {
  it('numbers names that differ in nothing but case', () => {
    expect(uniqueFileNames(['Talks', 'TALKS', 'talks', 'Straße', 'STRASSE'])).toEqual([
      'Talks',
      'TALKS-2',
      'talks-3',
      'Straße',
      'STRASSE-2',
    ])
  })

  it('keeps away from names that are taken, and from numbers that are names', () => {
    expect(uniqueFileNames(['Index', 'a', 'a-2', 'a'], ['index'])).toEqual([
      'Index-2',
      'a',
      'a-2',
      'a-3',
    ])
  })

  it('keeps numbered names within the length', () => {
    const names = uniqueFileNames(Array.from({ length: 12 }, () => '中'.repeat(100)))
    expect(new Set(names).size).toBe(12)
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
  })

  it('gives as many different names as it was given, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 30 }), (written) => {
        const names = uniqueFileNames(written)
        expect(names).toHaveLength(written.length)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(written.length)
      }),
    )
  })

  it('names files this system takes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'annals-names-'))
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(anyName, { maxLength: 5 }), async (written) => {
          const names = uniqueFileNames(written)
          for (const name of names) await writeFile(join(folder, `${name}.md`), '')
          expect((await readdir(folder)).sort()).toEqual(names.map((name) => `${name}.md`).sort())
          for (const name of names) await rm(join(folder, `${name}.md`))
        }),
      )
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('names ten thousand equal headlines at once', () => {
    const start = performance.now()
    expect(new Set(uniqueFileNames(Array.from({ length: 10_000 }, () => 'Same'))).size).toBe(10_000)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
