import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Claim, Evidence, Stance } from '#shared/claim.ts'
import type { Annotation } from '#shared/notebook.ts'
import { useToasts } from '../composables/use-toasts.ts'
import { claims as words } from '../locales/en/claims.ts'
import { exchange } from '../locales/en/exchange.ts'
import { rpc } from '../rpc.ts'
import { useNotebookStore } from './notebook.ts'
import { createOpenRecord } from './open-record.ts'

/** The claim that is open on its page. */
export const useOpenClaimStore = defineStore('open-claim', () => {
  const notebook = useNotebookStore()
  const { addToast } = useToasts()
  /** The annotations of the evidence by their ids; `null` until they have been read. */
  const annotations = shallowRef<ReadonlyMap<string, Annotation> | null>(null)
  const record = createOpenRecord<Claim>({
    read: (id) => rpc.getClaim(id),
    listTexts: ({ id, verdict, evidence }) => [
      [id, verdict],
      ...evidence.map((piece) => [piece.id, piece.remark] as const),
    ],
    onLeave: () => {
      annotations.value = null
    },
    onRead: readAnnotations,
  })
  const { id, begin, change } = record

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

  /** Begin to write the verdict. */
  function beginVerdict({ id: claimId, verdict }: Claim) {
    begin(claimId, verdict, (text) => rpc.updateClaim(claimId, { verdict: text }))
  }

  /** Begin to write the remark on a piece of evidence. */
  function beginRemark(claimId: string, { id: evidenceId, remark }: Evidence) {
    begin(evidenceId, remark, (text) => rpc.updateEvidence(claimId, evidenceId, { remark: text }))
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

  return {
    current: record.current,
    error: record.error,
    annotations: computed(() => annotations.value),
    open: record.open,
    draftOf: record.draftOf,
    beginVerdict,
    beginRemark,
    leaveDraft: record.leaveDraft,
    leaveDrafts: record.leaveDrafts,
    setStance,
    removeEvidence,
    exportTable,
  }
})
