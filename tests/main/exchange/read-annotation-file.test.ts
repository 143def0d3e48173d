import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { AnnalsError } from '#shared/errors.ts'
import { readAnnotationFile } from '../../../src-main/exchange/read-annotation-file.ts'

const ANNOTATION = { id: 'http://a.example/1', type: 'Annotation', target: 'https://b.example/' }

function makeFile(bytes: string | Uint8Array, name = 'file.json'): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'annals-exchange-')))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

function refusal(path: string): { code: string; reason: unknown } {
  try {
    readAnnotationFile(path)
  } catch (error) {
    const { code, details, message } = error as AnnalsError
    expect(message).toContain(path)
    return { code, reason: details?.['reason'] }
  }
  throw new Error('It was read.')
}

describe('readAnnotationFile', () => {
  it('knows the form of a file', () => {
    const path = makeFile(`\uFEFF${JSON.stringify(ANNOTATION)}`)
    expect(readAnnotationFile(path)).toMatchObject({ format: 'web-annotation', annotations: [{}] })
    const row = { uri: 'https://b.example/', text: 'note', target: [] }
    const file = makeFile(JSON.stringify({ total: 1, rows: [row] }))
    expect(readAnnotationFile(file)).toMatchObject({ format: 'hypothesis', annotations: [{}] })
  })

  it.each([
    ['not JSON', '# A page', /^it is not JSON: .*(?:position|token|JSON)/],
    ['empty', '', /^it is empty$/],
    ['other JSON', '{"name": "x"}', /no annotations in a form that is known/],
    [
      'JSON of a notebook',
      '{"format": "annals-annotations", "version": 2, "data": {}}',
      /no annotations/,
    ],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), /^it is not UTF-8$/],
    ['half of a character', Buffer.from('"会').subarray(0, 3), /^it is not UTF-8$/],
    ['too deep', '['.repeat(200_000), /^it nests more than 100 levels deep$/],
    ['deep and whole', '['.repeat(101) + ']'.repeat(101), /^it nests more than 100 levels deep$/],
  ])('refuses what is %s, and says so', (_what, bytes, reason) => {
    const refused = refusal(makeFile(bytes))
    expect(refused.code).toBe('EXCHANGE_UNREADABLE')
    expect(refused.reason).toMatch(reason)
  })

  it('is not misled by brackets within texts', () => {
    const path = makeFile(JSON.stringify({ ...ANNOTATION, bodyValue: `\\"${'['.repeat(500)}` }))
    expect(readAnnotationFile(path).annotations).toHaveLength(1)
  })

  it('refuses a file cut off at any byte, or reads all of it', () => {
    const bytes = Buffer.from(JSON.stringify([ANNOTATION, { ...ANNOTATION, bodyValue: '会谈' }]))
    for (let length = 0; length < bytes.length; length++) {
      expect(refusal(makeFile(bytes.subarray(0, length))).code).toBe('EXCHANGE_UNREADABLE')
    }
    expect(readAnnotationFile(makeFile(bytes)).annotations).toHaveLength(2)
  })

  it('refuses what is no file, is not there, or is too large, without reading it', () => {
    const path = makeFile('[]')
    expect(refusal(join(path, '..')).reason).toBe('it is a folder')
    expect(refusal(`${path}.gone`).reason).toBe('it is not there')
    truncateSync(path, 201 * 2 ** 20)
    expect(refusal(path).reason).toBe('it has 201 MB; 200 MB are the most')
  })

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', () => {
    const path = join(makeFile(''), '..', 'pipe.json')
    execFileSync('mkfifo', [path])
    expect(refusal(path).reason).toBe('it is not a file')
  })
})
