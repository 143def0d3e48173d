import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Backups } from '../../../src-main/notebook/backups.ts'
import { formatDocument } from '../../../src-main/notebook/document-format.ts'
import { ANNOTATIONS_FORMAT } from '../../../src-main/notebook/document-formats.ts'
import { makePlace, stoppedClock } from './make-notebook.ts'

const bytes = (text: string) =>
  formatDocument(ANNOTATIONS_FORMAT, { annotations: [], about: text } as { annotations: [] })
const name = 'annotations/2008-06.json'

function make() {
  const { base } = makePlace()
  const clock = stoppedClock()
  const folder = join(base, 'backups')
  const kept = join(folder, 'annotations/2008-06')
  return { clock, folder, kept, backups: new Backups(folder, clock.now) }
}

describe('Backups', () => {
  it('numbers versions on, also after a restart', async () => {
    const { clock, folder, kept, backups } = make()
    await backups.keep(name, bytes('a'))
    await backups.keep(name, bytes('b'))
    clock.advance(-3_600_000)
    await new Backups(folder, clock.now).keep(name, bytes('c'))
    expect(readdirSync(kept)).toEqual([
      '00000001-2020-01-01T10-00-00Z.json',
      '00000002-2020-01-01T10-00-00Z.json',
      '00000003-2020-01-01T09-00-00Z.json',
    ])
    expect(readFileSync(join(kept, '00000003-2020-01-01T09-00-00Z.json'))).toEqual(bytes('c'))
  })

  it('keeps a version once, however often its save is tried', async () => {
    const { kept, backups } = make()
    for (const text of ['a', 'a', 'a', 'b', 'b', 'a']) await backups.keep(name, bytes(text))
    expect(readdirSync(kept)).toHaveLength(3)
    rmSync(kept, { recursive: true })
    await backups.keep(name, bytes('a'))
    expect(readdirSync(kept)).toHaveLength(1)
  })

  it('deletes old versions only after a new one is there, and leaves other files alone', async () => {
    const { clock, kept, backups } = make()
    for (let version = 1; version <= 8; version++) await backups.keep(name, bytes(`${version}`))
    writeFileSync(join(kept, 'mine.txt'), '')
    writeFileSync(join(kept, '.x.json.0e9f2f4e-0000-4000-8000-000000000000.tmp'), '')
    clock.advance(1000)
    await backups.keep(name, bytes('9'))
    const names = readdirSync(kept)
    expect(names.map((file) => file.slice(0, 8))).toEqual([
      ...['00000005', '00000006', '00000007', '00000008', '00000009'],
      'mine.txt',
    ])
  })

  it('finds the newest version that can be read', async () => {
    const { kept, backups } = make()
    expect(await backups.findNewestValid(name, ANNOTATIONS_FORMAT)).toBeNull()
    for (const text of ['a', 'b', 'c']) await backups.keep(name, bytes(text))
    const [first, second, third] = readdirSync(kept).map((file) => join(kept, file)) as [
      string,
      string,
      string,
    ]
    expect(await backups.findNewestValid(name, ANNOTATIONS_FORMAT)).toBe(third)
    writeFileSync(third, readFileSync(third).subarray(0, 20))
    expect(await backups.findNewestValid(name, ANNOTATIONS_FORMAT)).toBe(second)
    rmSync(second)
    expect(await backups.findNewestValid(name, ANNOTATIONS_FORMAT)).toBe(first)
    writeFileSync(first, '')
    expect(await backups.findNewestValid(name, ANNOTATIONS_FORMAT)).toBeNull()
  })
})
