import { AnnalsError } from '#shared/errors.ts'
import type { AnswerShape } from '#shared/search.ts'
import { shallowRef } from 'vue'
import { rpc } from '../rpc.ts'

/** Names per facet. */
const MAX_NAMES = 40

/** What the answer to the present question looks like, asked for once its rows are on the screen. */
export function createAnswerShape() {
  /** The last one, perhaps of the question before; `null` where there is none. */
  const shape = shallowRef<AnswerShape | null>(null)
  let asked = 0

  async function ask(query: string) {
    const request = ++asked
    const isCurrent = () => request === asked
    await nextPaint()
    if (!isCurrent()) return
    try {
      const answer = await rpc.shapeAnswer({ query, limit: MAX_NAMES })
      if (!isCurrent()) return
      shape.value = answer
    } catch (thrown) {
      const isSuperseded = thrown instanceof AnnalsError && thrown.code === 'SEARCH_SUPERSEDED'
      // The search itself says what went wrong.
      if (isCurrent() && !isSuperseded) shape.value = null
    }
  }

  function clear() {
    asked += 1
    shape.value = null
  }

  return { shape, ask, clear }
}

/** Resolves as soon as what was changed is on the screen. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
  })
}
