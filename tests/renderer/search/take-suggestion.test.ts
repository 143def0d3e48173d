import { describe, expect, it } from 'vitest'
import type { Suggestion } from '../../../src-shared/search.ts'
import { takeSuggestion } from '../../../src-renderer/components/search/take-suggestion.ts'

function suggestion(text: string, kind: Suggestion['kind'] = 'entity'): Suggestion {
  return { kind, label: text, detail: null, text, count: null }
}

describe('takeSuggestion', () => {
  it('replaces the span and puts a blank and the caret behind a finished value', () => {
    const span = { startUtf16: 4, endUtf16: 13 }
    expect(takeSuggestion('aid entity:Ja', span, suggestion('entity:Japan'))).toEqual({
      query: 'aid entity:Japan ',
      caretUtf16: 17,
    })
  })

  it('uses the blank that is there', () => {
    const span = { startUtf16: 0, endUtf16: 2 }
    expect(takeSuggestion('Ja aid', span, suggestion('entity:Japan'))).toEqual({
      query: 'entity:Japan aid',
      caretUtf16: 13,
    })
  })

  it('stays inside the group that ends there', () => {
    const span = { startUtf16: 1, endUtf16: 3 }
    expect(takeSuggestion('(Ja)', span, suggestion('entity:Japan'))).toEqual({
      query: '(entity:Japan)',
      caretUtf16: 13,
    })
  })

  it('leaves the caret right behind the name of a field, for its value', () => {
    const span = { startUtf16: 0, endUtf16: 3 }
    expect(takeSuggestion('ent', span, suggestion('entity:', 'field'))).toEqual({
      query: 'entity:',
      caretUtf16: 7,
    })
  })
})
