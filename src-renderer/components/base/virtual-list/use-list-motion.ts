import { onScopeDispose, ref } from 'vue'
import { HeldPlaces } from './held-places.ts'
import type { Motion } from './list-rows.ts'

/** After so long without a scroll, the list is at rest. */
const REST_AFTER_MS = 150

/** What moves by so many views at once leaves no row in sight. */
const VIEWS_OF_A_STEP = 2

/** How a list is being scrolled, and what of the way may be shown. */
export function useListMotion(onRest: () => void) {
  const motion = ref<Motion>('rest')
  const held = new HeldPlaces()
  let restTimer = 0

  /** The list moves from one offset to another. @param view - Height of what is seen at once. */
  function follow(from: number, to: number, view: number) {
    const now = performance.now()
    const isJump = Math.abs(to - from) > VIEWS_OF_A_STEP * view
    if (isJump && motion.value !== 'jump') {
      held.pass(from, now)
      motion.value = 'jump'
    }
    if (motion.value === 'jump') held.pass(to, now)
    else motion.value = to < from ? 'backward' : 'forward'
    restSoon()
  }

  /** The list becomes another one. */
  function begin() {
    if (motion.value === 'rest') motion.value = 'fresh'
    restSoon()
  }

  /** Come to rest when nothing moves any more. */
  function restSoon() {
    window.clearTimeout(restTimer)
    restTimer = window.setTimeout(() => {
      motion.value = 'rest'
      held.clear()
      onRest()
    }, REST_AFTER_MS)
  }

  /** @returns the offset that is shown while the list is on its way to another. */
  function shownOf(top: number, isReady: (top: number) => boolean): number {
    return motion.value === 'jump' ? (held.newestReady(isReady) ?? top) : top
  }

  onScopeDispose(() => {
    window.clearTimeout(restTimer)
  })

  return { motion, begin, follow, restSoon, shownOf }
}
