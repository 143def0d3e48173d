import { describe, expect, it } from 'vitest'
import type { Suggestions } from '../../../src-shared/search.ts'
import { useSuggestions } from '../../../src-renderer/components/search/use-suggestions.ts'

function answer(...labels: string[]): Suggestions {
  return {
    startUtf16: 0,
    endUtf16: 1,
    items: labels.map((label) => ({
      kind: 'entity' as const,
      label,
      detail: null,
      text: `entity:${label}`,
      count: 1,
    })),
  }
}

/** Suggestions whose answers are given by hand, in whatever order. */
function setUp() {
  const answers: ((given: Suggestions) => void)[] = []
  const suggestions = useSuggestions(
    () => new Promise<Suggestions>((resolve) => void answers.push(resolve)),
  )
  const labels = () => suggestions.items.value.map(({ label }) => label)
  return { suggestions, answers, labels }
}

describe('useSuggestions', () => {
  it('keeps the former list until the next is there', async () => {
    const { suggestions, answers, labels } = setUp()
    const first = suggestions.look('J', 1)
    answers[0]!(answer('Japan'))
    await first
    const second = suggestions.look('Ja', 2)
    expect(labels()).toEqual(['Japan'])
    answers[1]!(answer('Jakarta', 'Japan'))
    await second
    expect(labels()).toEqual(['Jakarta', 'Japan'])
  })

  it('lets only the newest request count', async () => {
    const { suggestions, answers, labels } = setUp()
    const requests = [suggestions.look('J', 1), suggestions.look('K', 1)]
    answers[1]!(answer('Korea'))
    answers[0]!(answer('Japan'))
    await Promise.all(requests)
    expect(labels()).toEqual(['Korea'])
  })

  it('shows nothing that comes after it was closed', async () => {
    const { suggestions, answers } = setUp()
    const request = suggestions.look('J', 1)
    suggestions.close()
    answers[0]!(answer('Japan'))
    await request
    expect(suggestions.isOpen.value).toBe(false)
  })

  it('chooses none by itself, and none beyond either end', async () => {
    const { suggestions, answers } = setUp()
    const request = suggestions.look('J', 1)
    answers[0]!(answer('Japan', 'Jordan'))
    await request
    const walk = ([1, 1, 1, -1, -1] as const).map((step) => {
      suggestions.move(step)
      return suggestions.active.value
    })
    expect(walk).toEqual([0, 1, -1, 1, 0])
  })

  it('takes nothing that answers what was typed before', async () => {
    const { suggestions, answers } = setUp()
    const first = suggestions.look('J', 1)
    answers[0]!(answer('Japan'))
    await first
    expect(suggestions.takeAt(0)?.suggestion.label).toBe('Japan')
    void suggestions.look('K', 1)
    expect(suggestions.takeAt(0)).toBeNull()
  })

  it('is closed where the request fails', async () => {
    const suggestions = useSuggestions(() => Promise.reject(new Error('The index is gone.')))
    await suggestions.look('J', 1)
    expect(suggestions.isOpen.value).toBe(false)
  })
})
