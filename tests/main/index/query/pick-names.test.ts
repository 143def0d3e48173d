import { describe, expect, it } from 'vitest'
import { foldName } from '../../../../src-main/index/fold-text.ts'
import { pickNames } from '../../../../src-main/index/query/pick-names.ts'

const COUNTS: [string, number][] = [
  ['Korea Strait', 1],
  ['North Korea', 5],
  ['Northumbria', 2],
  ['Carnorth', 9],
  ['Côte d’Ivoire', 3],
  ['朝鮮', 4],
  ['北朝鮮', 6],
  ['Empty', 0],
]

function pick(typed: string, limit = 9): string[] {
  const names = COUNTS.map(([name]) => name)
  const counts = Uint32Array.from(COUNTS, ([, count]) => count)
  const found = pickNames({ names, folded: names.map(foldName), counts }, typed, limit)
  for (const { name, count } of found)
    expect([name, count]).toEqual([name, counts[names.indexOf(name)]])
  return found.map(({ name }) => name)
}

describe('pickNames', () => {
  it.each([
    ['nor', ['North Korea', 'Northumbria', 'Carnorth']],
    ['NORTH K', ['North Korea']],
    ['kor', ['North Korea', 'Korea Strait']],
    ['cote', ['Côte d’Ivoire']],
    ['ivoire', ['Côte d’Ivoire']],
    ['朝', ['北朝鮮', '朝鮮']],
    ['朝鲜', ['北朝鮮', '朝鮮']],
    ['empty', ['Empty']],
    ['nowhere', []],
  ])('offers for %j the names %j', (typed, names) => {
    expect(pick(typed)).toEqual(names)
  })

  it('offers those of most events where nothing is typed', () => {
    expect(pick('', 2)).toEqual(['Carnorth', '北朝鮮'])
  })
})
