import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { EventId } from '#shared/event.ts'
import type { Collection, CollectionEntry } from '#shared/notebook.ts'
import { collection as words } from '../locales/en/collection.ts'
import { onMainEvent, rpc } from '../rpc.ts'
import { findMissingEvents } from './find-missing-events.ts'
import { useNotebookStore } from './notebook.ts'
import { createOpenRecord } from './open-record.ts'

/** The collection that is open on its page. */
export const useOpenCollectionStore = defineStore('open-collection', () => {
  const notebook = useNotebookStore()
  /** Events of the collection that the archive does not have. */
  const missing = shallowRef<ReadonlySet<EventId>>(new Set())
  const record = createOpenRecord<Collection>({
    read: (id) => rpc.getCollection(id),
    listTexts: ({ id, introduction, entries }) => [
      [id, introduction],
      ...entries.map((entry) => [entry.id, entry.remark] as const),
    ],
    onLeave: () => {
      missing.value = new Set()
    },
    onOpened: checkEvents,
  })
  const { id, current, begin, change } = record

  async function checkEvents() {
    const asked = current.value
    if (!asked) return
    const found = await findMissingEvents(
      asked.entries.map((entry) => entry.event.id),
      (eventId) => rpc.readEvent(eventId),
    )
    if (id.value === asked.id) missing.value = found
  }

  /** Begin to write the introduction. */
  function beginIntroduction({ id: collectionId, introduction }: Collection) {
    begin(collectionId, introduction, (text) =>
      rpc.updateCollection(collectionId, { introduction: text }),
    )
  }

  /** Begin to write the remark on an entry. */
  function beginRemark(collectionId: string, entry: CollectionEntry) {
    begin(entry.id, entry.remark, (text) => rpc.setRemark(collectionId, entry.id, text))
  }

  /** Put an entry at a place, counted without it. Shown at once. */
  async function moveEntry(entryId: string, toIndex: number) {
    const before = current.value
    const moved = before?.entries.find((entry) => entry.id === entryId)
    if (!before || !moved) return
    const entries = before.entries.filter((entry) => entry.id !== entryId)
    record.show({ ...before, entries: entries.toSpliced(toIndex, 0, moved) })
    await change((open) => rpc.moveEntry(open, entryId, toIndex))
  }

  async function sortByDate() {
    if (await change((open) => rpc.sortEntriesByDate(open))) {
      await notebook.offerUndo(words.sortedByDate)
    }
  }

  async function removeEntries(entryIds: string[]) {
    if (await change((open) => rpc.removeFromCollection(open, entryIds))) {
      await notebook.offerUndo(words.entriesRemoved(entryIds.length))
    }
  }

  onMainEvent('onImportEnded', () => void checkEvents())

  return {
    current,
    error: record.error,
    missing: computed(() => missing.value),
    open: record.open,
    moveEntry,
    sortByDate,
    removeEntries,
    draftOf: record.draftOf,
    beginIntroduction,
    beginRemark,
    leaveDraft: record.leaveDraft,
    leaveDrafts: record.leaveDrafts,
  }
})
