import { shallowRef, watch } from 'vue'
import type { EventId } from '#shared/event.ts'
import type { Annotation } from '#shared/notebook.ts'
import { useAnnotationsStore } from '../../stores/annotations.ts'

/** The annotations of one event, or of all (`null`), read again after every change of the notebook. */
export function useEventAnnotations(eventId: () => EventId | null) {
  const store = useAnnotationsStore()
  /** `null` until they have been read. */
  const annotations = shallowRef<Annotation[] | null>(null)
  const error = shallowRef<unknown>(null)
  let asked = 0

  async function load() {
    asked += 1
    const mine = asked
    try {
      const found = await store.listAnnotations(eventId())
      if (mine !== asked) return
      annotations.value = found
      error.value = null
    } catch (reason) {
      if (mine === asked) error.value = reason
    }
  }

  watch(eventId, () => (annotations.value = null))
  watch([eventId, () => store.version], load, { immediate: true })
  return { annotations, error }
}
