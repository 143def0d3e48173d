import { describe, expect, it } from 'vitest'
import { exactWordTest } from '../../../../../src-main/index/query/leaves/exact-words.ts'

describe('exactWordTest', () => {
  it.each([
    ['Fuel', 'Fuel aid', true],
    ['Fuel', 'fuel aid', false],
    ['Fuel', 'Fuels', false],
    ['Fuel', 'BioFuel', false],
    ['Fuel', 'Fuels, and Fuel.', true],
    ['Fuel aid', 'Fuel, aid!', true],
    ['Fuel aid', 'Fuel and aid', false],
    ['Économie', 'L’Économie', true],
    ['Économie', 'Economie', false],
    ['cafe', 'café', false],
    ['cafe', 'cafe\u0301', false],
    ['café', 'cafe\u0301', true],
    ['國際', '國際電臺', true],
    ['國際', '国际电台', false],
    ['際', '國際電臺', true],
    ['COVID', '核COVID疫情', true],
    ['COVID疫', '核COVID疫情', true],
    ['OVID疫', '核COVID疫情', false],
    ['soft', 'so\u00ADft', true],
    ['𝒜', 'x 𝒜 y', true],
    ['a', '𐐀a', false],
    ['𐐀', '𐐀𐐁', false],
    ['!!!', '!!!', false],
    ['', 'anything', false],
    ['a.b', 'a b', true],
    ['C++', 'C', true],
  ])('looks for %j in %j', (words, text, isThere) => {
    expect(exactWordTest(words)(text)).toBe(isThere)
  })

  it('gives the same answer when it is asked again', () => {
    const test = exactWordTest('Fuel')
    expect(['Fuel', 'Fuel', 'aid', 'Fuel'].map(test)).toEqual([true, true, false, true])
  })
})
