import { describe, expect, it } from 'vitest'
import { pickCollections } from '../../../src-renderer/components/collection/pick-collections.ts'

function summarise(id: string, name: string) {
  return { id, name, created: '', modified: '', entryCount: 1 }
}

const COLLECTIONS = [
  summarise('1', 'Énergie'),
  summarise('2', 'New energy'),
  summarise('3', '六方会谈'),
]

describe('pickCollections', () => {
  it('lists all with how many of the events each holds', () => {
    const items = pickCollections(COLLECTIONS, '', (id) => (id === '2' ? 3 : 0))
    expect(items.map((item) => [item.name, 'held' in item && item.held])).toEqual([
      ['Énergie', 0],
      ['New energy', 3],
      ['六方会谈', 0],
    ])
  })

  it('puts names that begin with what is typed first and offers to make the name last', () => {
    const items = pickCollections(COLLECTIONS, ' energ ', () => 0)
    expect(items).toMatchObject([
      { kind: 'collection', id: '1' },
      { kind: 'collection', id: '2' },
      { kind: 'create', name: 'energ' },
    ])
  })

  it('does not offer to make a name that exists', () => {
    expect(pickCollections(COLLECTIONS, '六方会谈', () => 0)).toHaveLength(1)
  })
})
