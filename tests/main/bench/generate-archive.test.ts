import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateArchive } from '../../bench/generate-archive.ts'

const EVENTS = 1000

describe('generateArchive', () => {
  let base: string
  let folder: string
  let pages: Map<string, string>

  beforeAll(() => {
    base = mkdtempSync(join(tmpdir(), 'annals-generate-'))
    folder = join(base, 'archive')
    generateArchive({ folder, events: EVENTS, seed: 7 })
    pages = readPages(folder)
  })
  afterAll(() => rmSync(base, { recursive: true, force: true }))

  const eventPages = () => [...pages].filter(([path]) => !/(index|README)\.md$/.test(path))
  const dayPages = () => [...pages].filter(([path]) => /news\/.*index\.md$/.test(path))

  it('writes the same bytes for the same seed, and others for another', () => {
    generateArchive({ folder: join(base, 'again'), events: EVENTS, seed: 7 })
    generateArchive({ folder: join(base, 'other'), events: EVENTS, seed: 8 })
    expect(hashPages(readPages(join(base, 'again')))).toBe(hashPages(pages))
    expect(hashPages(readPages(join(base, 'other')))).not.toBe(hashPages(pages))
  })

  it('still writes what its version number stands for', () => {
    // Where this fails on purpose, raise GENERATOR_VERSION too, so that kept archives are made anew.
    expect(hashPages(pages)).toBe('68abf7d288a61d5b')
  })

  it('lists every event on exactly one day page, a few of them only there', () => {
    const listed = dayPages().flatMap(([, text]) => linksOf(text, /^### \[.*\]\((.*)\)$/gm))
    expect(listed).toHaveLength(EVENTS)
    expect(new Set(listed).size).toBe(EVENTS)
    const withPage = listed.filter((path) => pages.has(path.slice(1)))
    expect(withPage).toHaveLength(eventPages().length)
    expect(withPage.length).toBeGreaterThan(0.94 * EVENTS)
    expect(withPage.length).toBeLessThan(0.99 * EVENTS)
  })

  it('writes pages of the sizes that real ones have', () => {
    const sizes = eventPages().map(([, text]) => Buffer.byteLength(text))
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
    expect(mean).toBeGreaterThan(4000)
    expect(mean).toBeLessThan(4600)
  })

  it('resolves about nine of ten relations', () => {
    const events = new Set(
      dayPages().flatMap(([, text]) => linksOf(text, /^### \[.*\]\((.*)\)$/gm)),
    )
    const relations = eventPages().flatMap(([, text]) =>
      linksOf(text, /^\d+\. \[.*\]\((?:\/zh)?(\/news\/.*)\) _(?:Context|消息):/gm),
    )
    expect(relations.length / eventPages().length).toBeGreaterThan(8.5)
    const resolved = relations.filter((path) => events.has(path)).length / relations.length
    expect(resolved).toBeGreaterThan(0.87)
    expect(resolved).toBeLessThan(0.93)
  })

  it('writes some pages in Chinese', () => {
    const share =
      eventPages().filter(([, text]) => text.includes('### 有关:')).length / eventPages().length
    expect(share).toBeGreaterThan(0.03)
    expect(share).toBeLessThan(0.07)
  })

  it('takes an archive that is there already', () => {
    const marked = join(folder, 'mark')
    writeFileSync(marked, '')
    const found = generateArchive({ folder, events: EVENTS, seed: 7 })
    expect(existsSync(marked)).toBe(true)
    expect(found.files).toBe(pages.size)
  })

  it('makes anew an archive that was never finished', () => {
    const unfinished = join(base, 'unfinished')
    generateArchive({ folder: unfinished, events: 50, seed: 7 })
    const markerFile = `${unfinished}.annals-bench.json`
    const marker = JSON.parse(readFileSync(markerFile, 'utf8')) as object
    writeFileSync(markerFile, JSON.stringify({ ...marker, isComplete: false }))
    rmSync(join(unfinished, 'index.md'))
    generateArchive({ folder: unfinished, events: 50, seed: 7 })
    expect(existsSync(join(unfinished, 'index.md'))).toBe(true)
  })

  it('never touches a folder it did not make', () => {
    const foreign = join(base, 'foreign')
    mkdirSync(foreign)
    writeFileSync(join(foreign, 'mine.md'), '# Mine')
    expect(() => generateArchive({ folder: foreign, events: 50, seed: 7 })).toThrow('not made here')
    expect(readFileSync(join(foreign, 'mine.md'), 'utf8')).toBe('# Mine')
  })
})

function readPages(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const paths = names.filter((name) => name.endsWith('.md')).sort()
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

function hashPages(pages: Map<string, string>): string {
  const hash = createHash('sha256')
  for (const [path, text] of pages) hash.update(`${path}\0${text}\0`)
  return hash.digest('hex').slice(0, 16)
}

function linksOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1]!)
}
