import { describe, expect, it } from 'vitest'
import { readEventId } from '../../../src-main/cli/event-id.ts'

describe('readEventId', () => {
  it('takes an id as it is', () => {
    expect(readEventId('news/1931/05/4/strike', '/archive')).toBe('news/1931/05/4/strike')
  })

  it('takes what people type or a shell completes', () => {
    for (const typed of [
      'news/strike.md',
      './news/strike.md',
      'news/strike.MD',
      '/archive/news/strike.md',
    ]) {
      expect(readEventId(typed, '/archive')).toBe('news/strike')
    }
  })

  it('composes letters as ids do', () => {
    expect(readEventId('cafe\u0301', '/archive')).toBe('caf\u00E9')
  })
})
