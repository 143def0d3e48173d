import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keepDamagedCopy } from '../../../src-main/notebook/damaged-copy.ts'
import { makePlace } from './make-notebook.ts'

describe('keepDamagedCopy', () => {
  it('keeps every damaged version beside the document, and never one over another', async () => {
    const { base } = makePlace()
    const path = join(base, '2008-06.json')
    const now = new Date('2026-06-03T14:05:12.500Z')
    writeFileSync(path, '{ cut')
    const first = await keepDamagedCopy(path, now)
    writeFileSync(path, Buffer.from([0, 0xff]))
    const second = await keepDamagedCopy(path, now)
    expect(first).toBe(`${path}.damaged-2026-06-03T14-05-12Z`)
    expect(second).toBe(`${first}-2`)
    expect(readFileSync(first, 'utf8')).toBe('{ cut')
    expect(readFileSync(second)).toEqual(Buffer.from([0, 0xff]))
    expect(readdirSync(base)).toContain('2008-06.json')
  })
})
