import { describe, expect, it } from 'vitest'
import {
  type ValueChoice,
  listChosen,
  toggleChosen,
} from '../../../src-renderer/composables/choose-values.ts'

const HAS: ValueChoice = { field: 'has', values: ['note', 'source', 'summary'] }

describe('listChosen', () => {
  it('finds single values and alternatives, in the order of the choice', () => {
    expect(listChosen('fuel has:source', HAS)).toEqual(['source'])
    expect(listChosen('(has:summary OR has:note) aid', HAS)).toEqual(['note', 'summary'])
  })

  it('leaves alone what is excluded or mixed with other conditions', () => {
    expect(listChosen('-has:note (has:source OR aid)', HAS)).toEqual([])
  })
})

describe('toggleChosen', () => {
  it('adds the first, makes alternatives of more, and takes all away again', () => {
    const one = toggleChosen('fuel aid', HAS, 'source')
    expect(one).toBe('fuel aid has:source')
    const two = toggleChosen(one, HAS, 'note')
    expect(two).toBe('fuel aid (has:note OR has:source)')
    const other = toggleChosen(two, HAS, 'source')
    expect(other).toBe('fuel aid has:note')
    expect(toggleChosen(other, HAS, 'note')).toBe('fuel aid')
  })

  it('keeps alternatives of the query apart from its own', () => {
    expect(toggleChosen('fuel OR aid', HAS, 'note')).toBe('(fuel OR aid) has:note')
  })

  it('keeps conditions that only look alike', () => {
    expect(toggleChosen('-has:note', HAS, 'source')).toBe('-has:note has:source')
  })
})
