import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { ClaimSummary, Stance } from '#shared/claim.ts'
import { claims as words } from '../locales/en/claims.ts'
import { rpc } from '../rpc.ts'
import { createNamedCreation } from './named-creation.ts'
import { createNamedList } from './named-list.ts'
import { useNotebookStore } from './notebook.ts'
import { createQuestion } from './question.ts'

/** The list of claims, and adding annotations to them as evidence. */
export const useClaimsStore = defineStore('claims', () => {
  const notebook = useNotebookStore()
  const named = createNamedList<ClaimSummary>({
    read: () => rpc.listClaims(),
    rename: (id, name) => rpc.updateClaim(id, { name }),
    remove: (id) => rpc.deleteClaim(id),
    deleted: words.deleted,
  })
  const creation = createNamedCreation({
    list: () => named.list.value,
    make: (name) => rpc.createClaim(name),
    refresh: named.refresh,
    untitled: words.untitled,
  })
  const picker = createQuestion<string[]>()

  /** Ask which claim the annotations are evidence of. */
  function openPicker(annotationIds: string[]) {
    if (annotationIds.length > 0) picker.ask([...annotationIds])
  }

  /** Add annotations to a claim as evidence, and say so. */
  async function addEvidence(id: string, annotationIds: string[], stance: Stance) {
    const changed = await notebook.report(() => rpc.addEvidence(id, annotationIds, stance))
    if (changed) await notebook.offerUndo(words.addedTo(annotationIds.length, changed.name))
  }

  async function createWith(name: string, annotationIds: string[], stance: Stance) {
    const id = await creation.create(name)
    if (id !== null) await addEvidence(id, annotationIds, stance)
  }

  return {
    ...named,
    /** Ids of annotations that wait for a claim to be picked; `null` while the picker is closed. */
    picking: computed(() => picker.subject.value),
    openPicker,
    closePicker: picker.dismiss,
    addEvidence,
    createWith,
    createUntitled: creation.createUntitled,
    takeFresh: creation.takeFresh,
  }
})
