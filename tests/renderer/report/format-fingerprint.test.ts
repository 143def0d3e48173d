import { describe, expect, it } from 'vitest'
import { formatFingerprint } from '../../../src-renderer/components/report/format-fingerprint.ts'

describe('formatFingerprint', () => {
  it('shows the beginning in groups of four', () => {
    expect(formatFingerprint('3f9a21c077be' + '0'.repeat(52))).toBe('3f9a 21c0 77be')
  })
})
