import { describe, expect, it } from 'vitest'
import { pickNames } from '../../../src-renderer/components/pick/pick-names.ts'

const KNOWN = [
  { id: '1', name: 'Énergie' },
  { id: '2', name: 'New energy' },
  { id: '3', name: '六方会谈' },
]

describe('pickNames', () => {
  it('lists all in their order where nothing is typed', () => {
    expect(pickNames(KNOWN, '').map(({ name }) => name)).toEqual([
      'Énergie',
      'New energy',
      '六方会谈',
    ])
  })

  it('puts names that begin with what is typed first and offers to make the name last', () => {
    expect(pickNames(KNOWN, ' energ ')).toEqual([
      { kind: 'known', id: '1', name: 'Énergie' },
      { kind: 'known', id: '2', name: 'New energy' },
      { kind: 'create', name: 'energ' },
    ])
  })

  it('does not offer to make a name that exists', () => {
    expect(pickNames(KNOWN, '六方会谈')).toHaveLength(1)
  })
})
