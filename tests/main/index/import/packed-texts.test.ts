import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packTexts, unpackTexts } from '../../../../src-main/index/import/packed-texts.ts'

const anyText = fc.string({ unit: 'binary' })

describe('unpackTexts', () => {
  it('gives back what packTexts was given', () => {
    fc.assert(
      fc.property(fc.array(fc.option(anyText)), (texts) => {
        expect(unpackTexts(structuredClone(packTexts(texts)))).toEqual(texts)
      }),
    )
  })
})
