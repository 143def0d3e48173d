import type { QuerySpan } from '#shared/search-query/query-tree.ts'
import type { Suggestion, Suggestions } from '#shared/search.ts'
import { computed, ref, shallowRef } from 'vue'

/** A suggestion with the span of the query it takes the place of. */
export interface TakenSuggestion {
  suggestion: Suggestion
  span: QuerySpan
}

/**
 * What could be written where the caret stands. The former list stays until the next is there; of
 * several requests only the newest counts. None is active until it is chosen by {@link move}.
 */
export function useSuggestions(
  suggest: (query: string, caretUtf16: number) => Promise<Suggestions>,
) {
  const items = shallowRef<readonly Suggestion[]>([])
  /** Place of the one chosen by the arrow keys, or -1. */
  const active = ref(-1)
  let span: QuerySpan = { startUtf16: 0, endUtf16: 0 }
  let asked = 0
  let isPending = false

  /** Ask what fits there, and show it. */
  async function look(query: string, caretUtf16: number) {
    const request = ++asked
    active.value = -1
    isPending = true
    const answer = await suggest(query, caretUtf16).catch(() => null)
    if (request !== asked) return
    isPending = false
    span = answer ?? span
    items.value = answer?.items ?? []
  }

  function close() {
    asked += 1
    isPending = false
    active.value = -1
    items.value = []
  }

  /** Choose the next one, or the one before; beyond either end none. */
  function move(step: 1 | -1) {
    const places = items.value.length + 1
    active.value = ((active.value + 1 + step + places) % places) - 1
  }

  /** @returns the suggestion there, or `null` where it is none, or answers what was typed before. */
  function takeAt(index: number): TakenSuggestion | null {
    const suggestion = items.value[index]
    return suggestion === undefined || isPending ? null : { suggestion, span }
  }

  return {
    items,
    active,
    isOpen: computed(() => items.value.length > 0),
    look,
    close,
    move,
    takeAt,
  }
}
