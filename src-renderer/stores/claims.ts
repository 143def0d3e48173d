import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ClaimSummary, Stance } from '#shared/claim.ts'
import { useToasts } from '../composables/use-toasts.ts'
import { claims as words } from '../locales/en/claims.ts'
import { onMainEvent, rpc } from '../rpc.ts'
import { useArchiveStore } from './archive.ts'
import { coalesce } from './coalesce.ts'
import { useNotebookStore } from './notebook.ts'

/** The list of claims, and adding annotations to them as evidence. */
export const useClaimsStore = defineStore('claims', () => {
  const archive = useArchiveStore()
  const notebook = useNotebookStore()
  const { addToast } = useToasts()
  /** By name. */
  const list = shallowRef<ClaimSummary[]>([])
  /** Whether the list has been read at all. */
  const isLoaded = ref(false)
  /** Why the list could not be read, or `null`. */
  const error = shallowRef<unknown>(null)
  /** A claim that was just made and waits for its statement. */
  let freshId: string | null = null
  /** Ids of annotations that wait for a claim to be picked; `null` while the picker is closed. */
  const picking = shallowRef<string[] | null>(null)

  const refresh = coalesce(async () => {
    try {
      const claims = await rpc.listClaims()
      list.value = claims.toSorted((one, other) => one.name.localeCompare(other.name))
      error.value = null
    } catch (thrown) {
      list.value = []
      error.value = archive.archive && thrown
    }
    isLoaded.value = true
  })

  /** @returns the claim's statement, or `null` where it is not known. */
  function nameOf(id: string): string | null {
    return list.value.find((claim) => claim.id === id)?.name ?? null
  }

  /** Ask which claim the annotations are evidence of. */
  function openPicker(annotationIds: string[]) {
    if (notebook.readOnly) {
      addToast({ kind: 'error', title: words.readOnly, description: notebook.readOnly.message })
    } else if (annotationIds.length > 0) {
      picking.value = [...annotationIds]
    }
  }

  function closePicker() {
    picking.value = null
  }

  /** Add annotations to a claim as evidence, and say so. */
  async function addEvidence(id: string, annotationIds: string[], stance: Stance) {
    const changed = await notebook.report(() => rpc.addEvidence(id, annotationIds, stance))
    if (changed) await notebook.offerUndo(words.addedTo(annotationIds.length, changed.name))
  }

  /** @returns the id of the new claim, or `null` where it could not be made. */
  async function create(name: string): Promise<string | null> {
    const made = await notebook.report(() => rpc.createClaim(name))
    await refresh()
    return made?.id ?? null
  }

  async function createWith(name: string, annotationIds: string[], stance: Stance) {
    const id = await create(name)
    if (id !== null) await addEvidence(id, annotationIds, stance)
  }

  /** Make a claim with a name that no other has. @returns its id, or `null` where it failed. */
  async function createUntitled(): Promise<string | null> {
    const names = new Set(list.value.map(({ name }) => name))
    let number = 1
    while (names.has(words.untitled(number))) number += 1
    freshId = await create(words.untitled(number))
    return freshId
  }

  /** @returns the id of the claim that was just made without a statement, the first time asked. */
  function takeFresh(): string | null {
    const id = freshId
    freshId = null
    return id
  }

  async function rename(id: string, name: string) {
    await notebook.report(() => rpc.updateClaim(id, { name }))
    await refresh()
  }

  /** @returns whether it is gone. */
  async function remove(id: string): Promise<boolean> {
    const name = nameOf(id) ?? ''
    const isDone = await notebook.report(async () => {
      await rpc.deleteClaim(id)
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
    error,
    picking: computed(() => picking.value),
    refresh,
    nameOf,
    openPicker,
    closePicker,
    addEvidence,
    createWith,
    createUntitled,
    takeFresh,
    rename,
    remove,
  }
})
