import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { MAX_PAGE_BYTES, readPage } from '../../../src-main/archive/read-page.ts'
import { IS_ROOT, actAsNobody, makeArchive } from './temporary-archive.ts'

function read(root: string, path: string) {
  const { text, ...content } = readPage(root, { path, openPath: null, sizeBytes: 0, mtimeMs: 0 })
  return { ...content, text: text?.toString() ?? null }
}

describe('readPage', () => {
  it('reads the text with what identifies its file', () => {
    const root = makeArchive({ 'a.md': '# A\r\n' })
    const stats = lstatSync(join(root, 'a.md'))
    expect(read(root, 'a.md')).toEqual({
      text: '# A\n',
      hash: createHash('sha256').update('# A\r\n').digest('hex'),
      sizeBytes: 5,
      mtimeMs: stats.mtimeMs,
      problems: [],
    })
  })

  it('reads a page of exactly the largest size and keeps no bytes of it for the next', () => {
    const root = makeArchive({ 'large.md': 'x'.repeat(MAX_PAGE_BYTES), 'small.md': 'y' })
    expect(read(root, 'large.md').text?.length).toBe(MAX_PAGE_BYTES)
    expect(read(root, 'small.md').text).toBe('y')
  })

  it('reads nothing of a file that is too large', () => {
    const root = makeArchive({ 'sparse.md': '' })
    truncateSync(join(root, 'sparse.md'), 2 ** 30)
    const startedAt = performance.now()
    const { text, hash, problems } = read(root, 'sparse.md')
    expect(performance.now() - startedAt).toBeLessThan(100)
    expect([text, hash]).toEqual([null, null])
    expect(problems).toEqual([
      {
        path: 'sparse.md',
        code: 'PAGE_TOO_LARGE',
        message: 'It has 1024.0 MB; pages have at most 4 MB.',
      },
    ])
  })

  it('never waits for a pipe nor follows a link', () => {
    const root = makeArchive({ 'a.md': 'a' })
    execFileSync('mkfifo', [join(root, 'pipe.md')])
    symlinkSync('a.md', join(root, 'link.md'))
    expect(read(root, 'pipe.md').problems[0]?.code).toBe('PAGE_NOT_REGULAR')
    expect(read(root, 'link.md').problems[0]?.code).toBe('PAGE_NOT_REGULAR')
  })

  it('says what is wrong with a page that is binary, damaged or gone', () => {
    const root = makeArchive({ 'binary.md': 'a\0b', 'damaged.md': new Uint8Array([0x61, 0xff]) })
    expect(read(root, 'binary.md')).toMatchObject({
      text: null,
      problems: [{ code: 'PAGE_BINARY' }],
    })
    expect(read(root, 'damaged.md')).toMatchObject({
      text: 'a\uFFFD',
      problems: [{ code: 'PAGE_ENCODING' }],
    })
    expect(read(root, 'gone.md')).toMatchObject({
      text: null,
      problems: [{ code: 'PAGE_UNREADABLE' }],
    })
  })

  it.skipIf(!IS_ROOT)('says that permission is missing', () => {
    const root = makeArchive({ 'secret.md': 'a' })
    chmodSync(root, 0o755)
    chmodSync(join(root, 'secret.md'), 0o000)
    expect(actAsNobody(() => read(root, 'secret.md').problems)).toEqual([
      { path: 'secret.md', code: 'PAGE_UNREADABLE', message: 'You have no permission to read it.' },
    ])
  })

  it('never takes half of a page that is being written', async () => {
    const root = makeArchive({ 'a.md': 'a'.repeat(2 ** 20) })
    const writer = spawn('sh', ['-c', 'while :; do printf b >> a.md; done'], { cwd: root })
    try {
      const endAt = performance.now() + 20_000
      let codes: string[] = []
      while (codes.length === 0 && performance.now() < endAt) {
        await setTimeout(1)
        const { text, sizeBytes, problems } = read(root, 'a.md')
        codes = problems.map(({ code }) => code)
        if (codes.length === 0) expect(text?.length).toBe(sizeBytes)
      }
      expect(codes).toEqual(['PAGE_CHANGED_WHILE_READ'])
    } finally {
      writer.kill('SIGKILL')
    }
  })
})
