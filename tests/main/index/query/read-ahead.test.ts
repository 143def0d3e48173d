import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readAhead } from '../../../../src-main/index/query/read-ahead.ts'

const BYTES = 2.5 * 2 ** 20

describe('readAhead', () => {
  let folder: string
  let path: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'annals-read-ahead-'))
    path = join(folder, 'index.sqlite')
    writeFileSync(path, Buffer.alloc(BYTES))
  })

  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  it('reads all of a file', async () => {
    expect(await readAhead(path)).toBe(BYTES)
  })

  it('reads no more of it than memory has room for', async () => {
    expect(await readAhead(path, 2 ** 20 + 0.5)).toBe(2 ** 20)
    expect(await readAhead(path, 0)).toBe(0)
  })

  it('passes over what is not there or cannot be read', async () => {
    expect(await readAhead(join(folder, 'missing.sqlite'))).toBe(0)
    expect(await readAhead(folder)).toBe(0)
  })
})
