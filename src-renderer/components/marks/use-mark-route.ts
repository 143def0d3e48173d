import { watch } from 'vue'
import { useRoute } from 'vue-router'
import type { Marking } from './use-marking.ts'

/** Put the mark to work that the address names (`mark`), as soon as it is there. */
export function useMarkRoute(marking: Marking) {
  const route = useRoute()
  let visited: unknown = null

  watch(
    [() => route.query['mark'], marking.marks, marking.map] as const,
    ([wanted, marks, map]) => {
      if (wanted === undefined) visited = null
      if (typeof wanted !== 'string' || wanted === visited || map === null) return
      if (!marks.some(({ annotation }) => annotation.id === wanted)) return
      visited = wanted
      void marking.visit(wanted)
    },
    { immediate: true, flush: 'post' },
  )
}
