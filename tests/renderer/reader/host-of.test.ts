import { describe, expect, it } from 'vitest'
import { hostOf } from '../../../src-renderer/components/reader/host-of.ts'

describe('hostOf', () => {
  it('is the host without www.', () => {
    expect(hostOf('https://www.herald.example:8080/a?b')).toBe('herald.example:8080')
  })

  it('is the address where there is no host', () => {
    expect(hostOf('mailto:desk@herald.example')).toBe('mailto:desk@herald.example')
    expect(hostOf('no address')).toBe('no address')
  })
})
