import { AnnalsError } from '#shared/errors.ts'
import { describe, expect, it } from 'vitest'
import { describeError } from '../../../src-renderer/composables/describe-error.ts'

describe('describeError', () => {
  it('says what happened, what was kept and what to do', () => {
    const words = describeError(new AnnalsError('ARCHIVE_NOT_FOUND', 'There is no folder.'))
    expect(words).toMatchObject({ message: 'There is no folder.', code: 'ARCHIVE_NOT_FOUND' })
    expect(words.kept).toContain('untouched')
    expect(words.fix).not.toBe('')
  })

  it('never shows the stack of a bug, but keeps it to be copied', () => {
    const words = describeError(new TypeError('x is not a function'))
    expect(words.message).not.toContain('x is not')
    expect(words.code).toBeNull()
    expect(words.details).toContain('x is not a function')
  })
})
