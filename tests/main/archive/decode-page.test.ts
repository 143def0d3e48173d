import { describe, expect, it } from 'vitest'
import { decodePage } from '../../../src-main/archive/decode-page.ts'

const TEXT = 'Grüße 港口\n'

describe('decodePage', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    const plain = decodePage(Buffer.from(TEXT))
    expect(plain).toEqual({ text: TEXT, isDamaged: false })
    expect(decodePage(Buffer.from(`\uFEFF${TEXT}`))).toEqual(plain)
  })

  it('reads UTF-16 of both byte orders', () => {
    const little = Buffer.from(`\uFEFF${TEXT}`, 'utf16le')
    expect(decodePage(little)).toEqual({ text: TEXT, isDamaged: false })
    expect(decodePage(Buffer.from(little).swap16())).toEqual({ text: TEXT, isDamaged: false })
  })

  it('makes all line ends alike', () => {
    expect(decodePage(Buffer.from('a\r\nb\rc\n'))?.text).toBe('a\nb\nc\n')
  })

  it('replaces broken bytes and says so', () => {
    expect(decodePage(Buffer.from([0x61, 0xff, 0x62]))).toEqual({
      text: 'a\uFFFDb',
      isDamaged: true,
    })
  })

  it('replaces half a surrogate pair in UTF-16', () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8])
    expect(decodePage(bytes)).toEqual({ text: 'a\uFFFD', isDamaged: true })
  })

  it('takes a NUL for binary data', () => {
    expect(decodePage(Buffer.from('PNG\0\x01'))).toBeNull()
    expect(decodePage(Buffer.from('\uFEFFa\0b', 'utf16le'))).toBeNull()
  })

  it('reads nothing as an empty text', () => {
    expect(decodePage(Buffer.alloc(0))).toEqual({ text: '', isDamaged: false })
  })
})
