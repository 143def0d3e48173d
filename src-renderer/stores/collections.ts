import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { EventId } from '#shared/event.ts'
import type { CollectionSummary, EventMarks } from '#shared/notebook.ts'
import { useToasts } from '../composables/use-toasts.ts'
import { collection as words } from '../locales/en/collection.ts'
import { rpc } from '../rpc.ts'
import { useAnnotationsStore } from './annotations.ts'
import { createNamedCreation } from './named-creation.ts'
import { createNamedList } from './named-list.ts'
import { useNotebookStore } from './notebook.ts'
import { createQuestion } from './question.ts'

/** The list of collections, and adding events to them. */
export const useCollectionsStore = defineStore('collections', () => {
  const notebook = useNotebookStore()
  const annotations = useAnnotationsStore()
  const { addToast } = useToasts()
  const named = createNamedList<CollectionSummary>({
    read: () => rpc.listCollections(),
    rename: (id, name) => rpc.updateCollection(id, { name }),
    remove: (id) => rpc.deleteCollection(id),
    deleted: words.deleted,
  })
  const creation = createNamedCreation({
    list: () => named.list.value,
    make: (name) => rpc.createCollection(name),
    refresh: named.refresh,
    untitled: words.untitled,
  })
  const picker = createQuestion<EventId[]>()

  /** Ask which collection the events go to. */
  function openPicker(eventIds: EventId[]) {
    if (eventIds.length > 0) picker.ask([...eventIds])
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

  async function createWith(name: string, eventIds: EventId[]) {
    const id = await creation.create(name)
    if (id !== null) await addEvents(id, eventIds)
  }

  return {
    ...named,
    /** Events that wait for a collection to be picked; `null` while the picker is closed. */
    picking: computed(() => picker.subject.value),
    openPicker,
    closePicker: picker.dismiss,
    countHeld,
    addEvents,
    createWith,
    createUntitled: creation.createUntitled,
    takeFresh: creation.takeFresh,
  }
})

/** Whether marks are of an event that is in a collection. */
function isIn(collectionId: string) {
  return (marks: EventMarks | null) => marks?.collectionIds.includes(collectionId) ?? false
}
