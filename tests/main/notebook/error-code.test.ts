import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeFailure, errorCode } from '../../../src-main/notebook/error-code.ts'

function failToRead(): unknown {
  try {
    return readFileSync('/nowhere/at/all')
  } catch (error) {
    return error
  }
}

describe('errorCode', () => {
  it('is the system’s code, or null', () => {
    expect(errorCode(failToRead())).toBe('ENOENT')
    expect(errorCode(new Error('x'))).toBeNull()
    expect(errorCode('x')).toBeNull()
  })
})

describe('describeFailure', () => {
  it('says it in words, or as the error does', () => {
    expect(describeFailure(failToRead())).toBe('the folder is not there')
    expect(describeFailure(new Error('odd'))).toBe('odd')
    expect(describeFailure('odd')).toBe('odd')
  })
})
