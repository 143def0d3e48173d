import type { EventDetail, EventId } from '#shared/event.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { onMainEvent, rpc } from '../rpc.ts'
import { useArchiveStore } from './archive.ts'

/** The event that is read. */
export const useEventStore = defineStore('event', () => {
  const archive = useArchiveStore()
  const id = ref<EventId | null>(null)
  const detail = shallowRef<EventDetail | null>(null)
  const error = shallowRef<unknown>(null)
  const isLoading = computed(
    () => id.value !== null && detail.value?.id !== id.value && error.value === null,
  )

  /** Read an event; `null` reads none. What was read before stays until the answer is there. */
  async function open(next: EventId | null) {
    if (next === id.value) return
    id.value = next
    error.value = null
    if (next === null) detail.value = null
    else await read(next)
  }

  async function read(wanted: EventId) {
    try {
      const answer = await rpc.readEvent(wanted)
      if (wanted !== id.value) return
      if (JSON.stringify(answer) !== JSON.stringify(detail.value)) detail.value = answer
      error.value = null
    } catch (thrown) {
      if (wanted === id.value) error.value = thrown
    }
  }

  async function retry() {
    error.value = null
    if (id.value !== null) await read(id.value)
  }

  watch(
    () => archive.archive?.path,
    () => {
      id.value = null
      detail.value = null
      error.value = null
    },
  )
  // What the open event's page says, and what points to it, is final only when the import has ended.
  onMainEvent('onImportEnded', () => {
    if (id.value !== null) void read(id.value)
  })

  return { id, detail, error, isLoading, open, retry }
})
