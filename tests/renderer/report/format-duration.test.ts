import { describe, expect, it } from 'vitest'
import { formatDuration } from '../../../src-renderer/components/report/format-duration.ts'

describe('formatDuration', () => {
  it.each([
    [80, '80 ms'],
    [4200, '4.2 s'],
    [185_000, '3 min 5 s'],
  ])('writes %d milliseconds as %s', (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text)
  })
})
