import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { ImportProgress } from '#shared/import.ts'
import { createProgressLine, formatDuration } from '../../../src-main/cli/progress-line.ts'

const progress: ImportProgress = {
  phase: 'reading',
  filesSeen: 20_000,
  filesToRead: 20_000,
  filesRead: 1234,
  events: 1000,
  problems: 2,
  remainingMs: 41_000,
}

function createStream(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80 })
  return stream as unknown as NodeJS.WriteStream & PassThrough
}

describe('createProgressLine', () => {
  it('rewrites one line of a terminal and takes it away at the end', () => {
    const stream = createStream(true)
    const line = createProgressLine(stream)
    line.show({ ...progress, phase: 'walking', remainingMs: null })
    line.show(progress)
    line.clear()
    line.clear()
    expect(String(stream.read())).toBe(
      '\r\u001B[KLooking for pages: 20,000 pages · 2 problems' +
        '\r\u001B[KReading 1,234 of 20,000 pages · 2 problems · 41 s left' +
        '\r\u001B[K',
    )
  })

  it('never takes more than the line', () => {
    const stream = createStream(true)
    stream.columns = 10
    createProgressLine(stream).show(progress)
    expect(String(stream.read())).toBe('\r\u001B[KReading 1')
  })

  it('takes the usual width where a terminal does not tell its own', () => {
    const stream = createStream(true)
    stream.columns = 0
    createProgressLine(stream).show({ ...progress, phase: 'finishing' })
    expect(String(stream.read())).toBe('\r\u001B[KFinishing · 2 problems · 41 s left')
  })

  it('is quiet at first where there is no terminal', () => {
    const stream = createStream(false)
    const line = createProgressLine(stream)
    line.show(progress)
    line.clear()
    expect(stream.read()).toBe(null)
  })
})

describe('formatDuration', () => {
  it('gives two figures at most', () => {
    expect([3.4, 1500, 12_400, 89_000, 150_000].map(formatDuration)).toEqual([
      '3 ms',
      '1.5 s',
      '12 s',
      '89 s',
      '3 min',
    ])
  })
})
