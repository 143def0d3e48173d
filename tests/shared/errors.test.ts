import { describe, expect, it } from 'vitest'
import { AnnalsError, decodeError, encodeError } from '#shared/errors.ts'

describe('encodeError', () => {
  it('keeps code, message and details of an AnnalsError through structured cloning', () => {
    const error = new AnnalsError('ARCHIVE_NOT_FOUND', 'No folder there.', {
      details: { path: '/a' },
    })
    const decoded = decodeError(structuredClone(encodeError(error)))
    expect(decoded).toBeInstanceOf(AnnalsError)
    expect(decoded).toMatchObject({
      code: 'ARCHIVE_NOT_FOUND',
      message: 'No folder there.',
      details: { path: '/a' },
    })
  })

  it('turns a bug into a plain error that carries its stack', () => {
    const decoded = decodeError(structuredClone(encodeError(new TypeError('x is not a function'))))
    expect(decoded).not.toBeInstanceOf(AnnalsError)
    expect(decoded.message).toContain('x is not a function')
  })
})
