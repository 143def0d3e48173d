import type { RecordKind, TrashItem } from '#shared/trash.ts'
import { describe, expect, it } from 'vitest'
import { countKinds, filterTrash } from '../../../src-renderer/components/trash/filter-trash.ts'

function itemOf(kind: RecordKind, title: string, headline: string | null = null): TrashItem {
  const event = headline === null ? null : { id: 'e', date: null, title: headline, text: '' }
  return { kind, id: title, title, deleted: '2026-01-01T00:00:00Z', event, size: null }
}

const ITEMS = [
  itemOf('annotation', 'who says so?', 'Énergie talks resume'),
  itemOf('collection', 'Fuel aid'),
  itemOf('claim', 'Talks resumed because of fuel aid'),
]

describe('filterTrash', () => {
  it('finds words of names and headlines, whatever their case and accents', () => {
    expect(filterTrash(ITEMS, { text: 'energie WHO', kind: null })).toEqual([ITEMS[0]])
    expect(filterTrash(ITEMS, { text: 'fuel', kind: null })).toEqual([ITEMS[1], ITEMS[2]])
  })

  it('keeps the kind asked for', () => {
    expect(filterTrash(ITEMS, { text: 'fuel', kind: 'claim' })).toEqual([ITEMS[2]])
  })
})

describe('countKinds', () => {
  it('counts each kind, also those of which there is none', () => {
    expect(countKinds(ITEMS)).toEqual({ annotation: 1, collection: 1, savedSearch: 0, claim: 1 })
  })
})
