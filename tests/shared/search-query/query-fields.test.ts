import { describe, expect, it } from 'vitest'
import { HIGHLIGHT_COLOURS } from '#shared/notebook.ts'
import { parseQuery } from '#shared/search-query/parse-query.ts'
import {
  findField,
  listFieldHelp,
  listValueHelp,
  takesWords,
} from '#shared/search-query/query-fields.ts'
import { HAS_VALUES, MARK_CONDITIONS } from '#shared/search-query/query-tree.ts'
import { SEARCH_SORTS } from '#shared/search.ts'

describe('findField', () => {
  it.each([
    ['entity', 'entity'],
    ['Before', 'before'],
    ['COLLECTION', 'in'],
    ['color', 'colour'],
    ['Is', 'is'],
    ['place', undefined],
    ['constructor', undefined],
  ])('knows %j as %s', (name, field) => {
    expect(findField(name)?.name).toBe(field)
  })
})

describe('takesWords', () => {
  it('tells names and words from dates, things and orders', () => {
    const fields = listFieldHelp().map(({ name }) => name)
    expect(fields.filter((field) => !takesWords(field)).sort()).toEqual([
      'after',
      'before',
      'colour',
      'date',
      'has',
      'is',
      'sort',
    ])
  })
})

describe('listFieldHelp', () => {
  it('explains every field, each once, by a name that is understood', () => {
    const help = listFieldHelp()
    expect(new Set(help.map(({ name }) => name)).size).toBe(help.length)
    for (const { name, detail } of help) {
      expect(findField(name)?.name).toBe(name)
      expect(detail).not.toBe('')
    }
    expect(help).toContainEqual({
      name: 'before',
      detail: 'earlier than a date: 2008, 2008-06, 2008-06-06',
    })
  })
})

describe('listValueHelp', () => {
  it('explains all that an event can have, and all orders', () => {
    expect(listValueHelp('has').map(({ name }) => name)).toEqual(HAS_VALUES)
    expect(listValueHelp('is').map(({ name }) => name)).toEqual(MARK_CONDITIONS)
    expect(listValueHelp('colour').map(({ name }) => name)).toEqual(HIGHLIGHT_COLOURS)
    expect(listValueHelp('sort').map(({ name }) => name)).toEqual(SEARCH_SORTS)
    expect(listValueHelp('entity')).toEqual([])
  })

  it('lists only what is understood', () => {
    for (const { name: field } of listFieldHelp()) {
      for (const { name, detail } of listValueHelp(field)) {
        const { root, sort, ignored } = parseQuery(`${field}:${name}`)
        expect(root?.kind ?? sort?.sort).not.toBe('term')
        expect(root ?? sort).not.toBeNull()
        expect(ignored).toEqual([])
        expect(detail).not.toBe('')
      }
    }
  })
})
