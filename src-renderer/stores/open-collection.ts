import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { EventId } from '#shared/event.ts'
import type { Collection, CollectionEntry } from '#shared/notebook.ts'
import { collection as words } from '../locales/en/collection.ts'
import { onMainEvent, rpc } from '../rpc.ts'
import { findMissingEvents } from './find-missing-events.ts'
import { useNotebookStore } from './notebook.ts'
import { type TextDraft, createTextDraft } from './text-draft.ts'

/** The collection that is open on its page. */
export const useOpenCollectionStore = defineStore('open-collection', () => {
  const notebook = useNotebookStore()
  const id = ref<string | null>(null)
  const current = shallowRef<Collection | null>(null)
  const error = shallowRef<unknown>(null)
  /** Events of the collection that the archive does not have. */
  const missing = shallowRef<ReadonlySet<EventId>>(new Set())
  const drafts = shallowReactive(new Map<string, TextDraft>())

  /** Show a collection; `null` shows none. */
  async function open(next: string | null) {
    id.value = next
    error.value = null
    if (current.value?.id !== next) {
      current.value = null
      missing.value = new Set()
    }
    await load()
    await checkEvents()
  }

  async function load() {
    const asked = id.value
    if (asked === null) return
    try {
      const loaded = await rpc.getCollection(asked)
      if (id.value === asked) show(loaded)
    } catch (reason) {
      if (id.value !== asked) return
      current.value = null
      error.value = reason
    }
  }

  function show(collection: Collection) {
    if (id.value !== collection.id) return
    error.value = null
    current.value = collection
    drafts.get(collection.id)?.follow(collection.introduction)
    for (const entry of collection.entries) drafts.get(entry.id)?.follow(entry.remark)
  }

  async function checkEvents() {
    const asked = current.value
    if (!asked) return
    const found = await findMissingEvents(
      asked.entries.map((entry) => entry.event.id),
      (eventId) => rpc.readEvent(eventId),
    )
    if (id.value === asked.id) missing.value = found
  }

  /** A text being written or not saved yet, by the id of its collection or entry; else `null`. */
  function draftOf(key: string): TextDraft | null {
    return drafts.get(key) ?? null
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

  function begin(key: string, text: string, save: (text: string) => Promise<Collection>) {
    const saveAndShow = async (next: string) => {
      show(await save(next))
    }
    if (!drafts.has(key)) drafts.set(key, createTextDraft(text, saveAndShow))
  }

  /** End writing; what could not be saved stays and is tried again. */
  async function leaveDraft(key: string) {
    if (await drafts.get(key)?.flush()) drafts.delete(key)
  }

  /** End writing everywhere. */
  function leaveDrafts() {
    for (const key of drafts.keys()) void leaveDraft(key)
  }

  async function change(make: (id: string) => Promise<Collection>): Promise<boolean> {
    const open = id.value
    if (open === null) return false
    const changed = await notebook.report(() => make(open))
    if (changed) show(changed)
    else await load()
    return changed !== null
  }

  /** Put an entry at a place, counted without it. Shown at once. */
  async function moveEntry(entryId: string, toIndex: number) {
    const before = current.value
    const moved = before?.entries.find((entry) => entry.id === entryId)
    if (!before || !moved) return
    const entries = before.entries.filter((entry) => entry.id !== entryId)
    current.value = { ...before, entries: entries.toSpliced(toIndex, 0, moved) }
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

  onMainEvent('onNotebookChanged', () => void load())
  onMainEvent('onArchiveChanged', () => void open(id.value))
  onMainEvent('onImportEnded', () => void checkEvents())

  return {
    current: computed(() => current.value),
    error: computed(() => error.value),
    missing: computed(() => missing.value),
    open,
    moveEntry,
    sortByDate,
    removeEntries,
    draftOf,
    beginIntroduction,
    beginRemark,
    leaveDraft,
    leaveDrafts,
  }
})
