import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { Claim, Evidence, Stance } from '#shared/claim.ts'
import type { Annotation } from '#shared/notebook.ts'
import { useToasts } from '../composables/use-toasts.ts'
import { claims as words } from '../locales/en/claims.ts'
import { exchange } from '../locales/en/exchange.ts'
import { onMainEvent, rpc } from '../rpc.ts'
import { useNotebookStore } from './notebook.ts'
import { type TextDraft, createTextDraft } from './text-draft.ts'

/** The claim that is open on its page. */
export const useOpenClaimStore = defineStore('open-claim', () => {
  const notebook = useNotebookStore()
  const { addToast } = useToasts()
  const id = ref<string | null>(null)
  const current = shallowRef<Claim | null>(null)
  const error = shallowRef<unknown>(null)
  /** The annotations of the evidence by their ids; `null` until they have been read. */
  const annotations = shallowRef<ReadonlyMap<string, Annotation> | null>(null)
  const drafts = shallowReactive(new Map<string, TextDraft>())

  /** Show a claim; `null` shows none. */
  async function open(next: string | null) {
    id.value = next
    error.value = null
    if (current.value?.id !== next) {
      current.value = null
      annotations.value = null
    }
    await load()
  }

  async function load() {
    const asked = id.value
    if (asked === null) return
    try {
      const loaded = await rpc.getClaim(asked)
      if (id.value !== asked) return
      show(loaded)
      await readAnnotations(loaded)
    } catch (reason) {
      if (id.value !== asked) return
      current.value = null
      error.value = reason
    }
  }

  function show(claim: Claim) {
    if (id.value !== claim.id) return
    error.value = null
    current.value = claim
    drafts.get(claim.id)?.follow(claim.verdict)
    for (const piece of claim.evidence) drafts.get(piece.id)?.follow(piece.remark)
  }

  /** What the evidence says now: a note may have been changed, or deleted. */
  async function readAnnotations(claim: Claim) {
    const eventIds = [...new Set(claim.evidence.map(({ event }) => event.id))]
    const found = new Map<string, Annotation>()
    for (const eventId of eventIds) {
      for (const annotation of await rpc.listAnnotations(eventId)) {
        found.set(annotation.id, annotation)
      }
    }
    if (id.value === claim.id) annotations.value = found
  }

  /** A text being written or not saved yet, by the id of its claim or evidence; else `null`. */
  function draftOf(key: string): TextDraft | null {
    return drafts.get(key) ?? null
  }

  /** Begin to write the verdict. */
  function beginVerdict({ id: claimId, verdict }: Claim) {
    begin(claimId, verdict, (text) => rpc.updateClaim(claimId, { verdict: text }))
  }

  /** Begin to write the remark on a piece of evidence. */
  function beginRemark(claimId: string, { id: evidenceId, remark }: Evidence) {
    begin(evidenceId, remark, (text) => rpc.updateEvidence(claimId, evidenceId, { remark: text }))
  }

  function begin(key: string, text: string, save: (text: string) => Promise<Claim>) {
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

  async function change(work: (claimId: string) => Promise<Claim>): Promise<boolean> {
    const claimId = id.value
    if (claimId === null) return false
    const changed = await notebook.report(() => work(claimId))
    if (changed) show(changed)
    return changed !== null
  }

  async function setStance(evidenceId: string, stance: Stance) {
    await change((claimId) => rpc.updateEvidence(claimId, evidenceId, { stance }))
  }

  async function removeEvidence(evidenceIds: string[]) {
    if (await change((claimId) => rpc.removeEvidence(claimId, evidenceIds))) {
      await notebook.offerUndo(words.evidenceRemoved(evidenceIds.length))
    }
  }

  /** Write the evidence as a table, wherever the researcher says. */
  async function exportTable(format: 'markdown' | 'csv') {
    const claimId = id.value
    if (claimId === null) return
    const written = await notebook.report(() => rpc.exportClaim(claimId, format))
    if (!written) return
    const action = { label: exchange.showInFolder, run: () => void rpc.showExport() }
    const title = words.exported(written.entries, written.files[0] ?? '')
    addToast({ kind: 'success', title, action })
  }

  onMainEvent('onNotebookChanged', () => void load())
  onMainEvent('onArchiveChanged', () => void open(id.value))

  return {
    current: computed(() => current.value),
    error: computed(() => error.value),
    annotations: computed(() => annotations.value),
    open,
    draftOf,
    beginVerdict,
    beginRemark,
    leaveDraft,
    leaveDrafts,
    setStance,
    removeEvidence,
    exportTable,
  }
})
