import { describe, expect, it } from 'vitest'
import { Interner, ListInterner } from '../../../../src-main/index/import/interner.ts'

describe('Interner', () => {
  it('numbers names from 1 on and tells each of them once', () => {
    const interner = new Interner()
    expect(['Japan', 'Korea', 'Japan'].map((name) => interner.numberOf(name))).toEqual([1, 2, 1])
    expect(interner.takeFresh()).toEqual(['Japan', 'Korea'])
    expect(['Peru', 'Korea'].map((name) => interner.numberOf(name))).toEqual([3, 2])
    expect(interner.takeFresh()).toEqual(['Peru'])
    expect(interner.takeFresh()).toEqual([])
  })

  it('keeps names of any letters', () => {
    const names = ['Peru', 'Åland', '中国', '🇵🇪', 'cut \uD83C']
    const interner = new Interner()
    for (const name of names) interner.numberOf(name)
    expect(interner.takeFresh()).toEqual(names)
  })
})

describe('ListInterner', () => {
  it('numbers lists by what they hold', () => {
    const interner = new ListInterner()
    const shared = ['a', 'b']
    const lists = [shared, ['a', 'b'], ['a, b'], shared]
    expect(lists.map((list) => interner.numberOfList(list))).toEqual([1, 1, 2, 1])
    expect(interner.takeFresh()).toEqual(['["a","b"]', '["a, b"]'])
  })
})
