import { describe, expect, it } from 'vitest'
import {
  cleanLine,
  cleanParagraphs,
  displayWidth,
  padEnd,
} from '../../../src-main/cli/terminal-text.ts'

describe('cleanLine', () => {
  it('takes away escape sequences, controls and turns of direction', () => {
    expect(cleanLine('a\u001B[31mb\u001B[0m \u0007\u202Ec\u2066\u009B1m')).toBe('ab c')
    expect(cleanLine('\u001B]0;title\u0007text')).toBe('text')
    expect(cleanLine('\u001B[31mall\u0007 of it')).toBe('all of it')
  })

  it('makes one line of it', () => {
    expect(cleanLine(' a\r\n\tb\rc ')).toBe('a b c')
  })

  it('leaves text of any script alone', () => {
    for (const text of ['北朝鲜 👩\u200D🚒', 'القدس', 'می\u200Cخواهم']) {
      expect(cleanLine(text)).toBe(text)
    }
  })
})

describe('cleanParagraphs', () => {
  it('keeps line breaks', () => {
    expect(cleanParagraphs('a\r\n\nb\u001B[1mc')).toBe('a\n\nbc')
  })
})

describe('displayWidth', () => {
  it('counts columns', () => {
    expect(displayWidth('Kyiv')).toBe(4)
    expect(displayWidth('北京a')).toBe(5)
    expect(displayWidth('서울')).toBe(4)
    expect(displayWidth('ｶﾅＡ')).toBe(4)
    expect(displayWidth('e\u0301')).toBe(1)
    expect(displayWidth('👩\u200D👩\u200D👧')).toBe(2)
    expect(displayWidth('\u001B[1mbold\u001B[22m')).toBe(4)
    expect(displayWidth('’…–')).toBe(3)
  })
})

describe('padEnd', () => {
  it('fills up to a width in columns', () => {
    expect(padEnd('北京', 6)).toBe('北京  ')
    expect(padEnd('Brussels', 4)).toBe('Brussels')
  })
})
