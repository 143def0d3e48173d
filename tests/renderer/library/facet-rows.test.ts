import { describe, expect, it } from 'vitest'
import { listFacetRows } from '../../../src-renderer/components/library/facet-rows.ts'

const NAMES = [
  { name: 'Japan', count: 40 },
  { name: 'North Korea', count: 20 },
  { name: 'Oslo', count: 10 },
]

function rows(query: string) {
  return listFacetRows(query, 'entity', NAMES).map(({ name, sign }) => `${name} ${sign ?? ''}`)
}

describe('listFacetRows', () => {
  it('lists the names with their share of the largest', () => {
    expect(listFacetRows('fuel', 'entity', NAMES).map(({ share }) => share)).toEqual([1, 0.5, 0.25])
  })

  it('puts what the query asks for first and marks it', () => {
    expect(rows('fuel entity:oslo')).toEqual(['Oslo include', 'Japan ', 'North Korea '])
  })

  it('keeps what is left out, so that it can be taken back', () => {
    expect(rows('-entity:Burma -entity:Japan')).toEqual([
      'Burma exclude',
      'Japan exclude',
      'North Korea ',
      'Oslo ',
    ])
  })

  it('leaves other fields and alternatives alone', () => {
    expect(rows('topic:Oslo (entity:Japan OR entity:Burma)')).toEqual([
      'Japan ',
      'North Korea ',
      'Oslo ',
    ])
  })
})
