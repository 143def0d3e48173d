import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { EventId } from '#shared/event.ts'
import type { CollectionSummary, EventMarks } from '#shared/notebook.ts'
import { useToasts } from '../composables/use-toasts.ts'
import { collection as words } from '../locales/en/collection.ts'
import { onMainEvent, rpc } from '../rpc.ts'
import { useAnnotationsStore } from './annotations.ts'
import { coalesce } from './coalesce.ts'
import { useNotebookStore } from './notebook.ts'

/** The list of collections, and adding events to them. */
export const useCollectionsStore = defineStore('collections', () => {
  const notebook = useNotebookStore()
  const annotations = useAnnotationsStore()
  const { addToast } = useToasts()
  /** By name. */
  const list = shallowRef<CollectionSummary[]>([])
  /** Whether the list has been read at all. */
  const isLoaded = ref(false)
  /** A collection that was just made and waits for its name. */
  let freshId: string | null = null
  /** Events that wait for a collection to be picked; `null` while the picker is closed. */
  const picking = shallowRef<EventId[] | null>(null)

  const refresh = coalesce(async () => {
    const collections = await rpc.listCollections().catch(() => [])
    list.value = collections.toSorted((one, other) => one.name.localeCompare(other.name))
    isLoaded.value = true
  })

  /** @returns the collection's name, or `null` where it is not known. */
  function nameOf(id: string): string | null {
    return list.value.find((collection) => collection.id === id)?.name ?? null
  }

  /** Ask which collection the events go to. */
  function openPicker(eventIds: EventId[]) {
    if (notebook.readOnly) {
      addToast({ kind: 'error', title: words.readOnly, description: notebook.readOnly.message })
    } else if (eventIds.length > 0) {
      picking.value = [...eventIds]
    }
  }

  function closePicker() {
    picking.value = null
  }

  /** @returns how many of the events are in the collection. */
  function countHeld(id: string, eventIds: EventId[]): number {
    return eventIds.map(annotations.marksOf).filter(isIn(id)).length
  }

  /** Add events to a collection and say so. */
  async function addEvents(id: string, eventIds: EventId[]) {
    const done = await notebook.report(async () => {
      const held = Object.values(await annotations.readMarks(eventIds)).filter(isIn(id))
      const changed = await rpc.addToCollection(id, eventIds)
      return { changed, added: eventIds.length - held.length }
    })
    if (!done) return
    const { changed, added } = done
    if (added === 0) addToast({ title: words.alreadyIn(changed.name) })
    else await notebook.offerUndo(words.addedTo(added, changed.name))
  }

  /** @returns the id of the new collection, or `null` where it could not be made. */
  async function create(name: string): Promise<string | null> {
    const made = await notebook.report(() => rpc.createCollection(name))
    await refresh()
    return made?.id ?? null
  }

  async function createWith(name: string, eventIds: EventId[]) {
    const id = await create(name)
    if (id !== null) await addEvents(id, eventIds)
  }

  /** Make a collection with a name that no other has. @returns its id, or `null` where it failed. */
  async function createUntitled(): Promise<string | null> {
    const names = new Set(list.value.map((collection) => collection.name))
    let number = 1
    while (names.has(words.untitled(number))) number += 1
    freshId = await create(words.untitled(number))
    return freshId
  }

  /** @returns the id of the collection that was just made without a name, the first time asked. */
  function takeFresh(): string | null {
    const id = freshId
    freshId = null
    return id
  }

  async function rename(id: string, name: string) {
    await notebook.report(() => rpc.updateCollection(id, { name }))
    await refresh()
  }

  /** @returns whether it is gone. */
  async function remove(id: string): Promise<boolean> {
    const name = nameOf(id) ?? ''
    const isDone = await notebook.report(async () => {
      await rpc.deleteCollection(id)
      return true
    })
    if (isDone) await notebook.offerUndo(words.deleted(name))
    await refresh()
    return isDone ?? false
  }

  onMainEvent('onNotebookChanged', () => void refresh())
  onMainEvent('onArchiveChanged', () => {
    closePicker()
    void refresh()
  })
  void refresh()

  return {
    list,
    isLoaded,
    picking: computed(() => picking.value),
    nameOf,
    openPicker,
    closePicker,
    countHeld,
    addEvents,
    createWith,
    createUntitled,
    takeFresh,
    rename,
    remove,
  }
})

/** Whether marks are of an event that is in a collection. */
function isIn(collectionId: string) {
  return (marks: EventMarks | null) => marks?.collectionIds.includes(collectionId) ?? false
}
