import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { NotebookStatus } from '#shared/notebook.ts'
import { describeError } from '../composables/describe-error.ts'
import { useToasts } from '../composables/use-toasts.ts'
import { common } from '../locales/en/common.ts'
import { notes } from '../locales/en/notes.ts'
import { onMainEvent, rpc } from '../rpc.ts'
import { countUnsaved, flushUnsaved } from './autosave.ts'
import { coalesce } from './coalesce.ts'

/** State of the notebook as a whole: where it is, whether it can be written, undo and redo. */
export const useNotebookStore = defineStore('notebook', () => {
  const { addToast, dismissToast } = useToasts()
  /** `null` while no archive is open. */
  const status = shallowRef<NotebookStatus | null>(null)
  const readOnly = computed(() => status.value?.readOnly ?? null)
  const problems = computed(() => status.value?.problems ?? [])
  /** Texts of the window that have not reached the notebook yet. */
  const unsavedCount = computed(countUnsaved)
  let offer: { toastId: number; label: string } | null = null

  const refresh = coalesce(async () => {
    status.value = await rpc.getNotebookStatus().catch(() => null)
    if (offer && status.value?.undo !== offer.label) withdrawOffer()
  })

  function withdrawOffer() {
    if (offer) dismissToast(offer.toastId)
    offer = null
  }

  /** Say what was done and offer to undo it, for as long as undoing would undo just that. */
  async function offerUndo(title: string) {
    withdrawOffer()
    await refresh()
    const label = status.value?.undo
    if (!label) return
    const action = { label: common.undo, run: () => void undo() }
    offer = { toastId: addToast({ title, action }), label }
  }

  async function undo() {
    await report(async () => {
      const done = await rpc.undo()
      addToast({ title: done ? notes.undid(done.label) : notes.nothingToUndo })
    })
  }

  async function redo() {
    await report(async () => {
      const done = await rpc.redo()
      addToast({ title: done ? notes.redid(done.label) : notes.nothingToRedo })
    })
  }

  /** Try again to write what could not be written. */
  async function retrySave() {
    await report(() => rpc.retrySave())
  }

  /** Write the whole notebook into another folder, also what could not be saved, and go on there. */
  async function saveElsewhere() {
    // What was typed last is refused again, but is in memory then, of which the copy is made.
    await flushUnsaved()
    const folder = await report(() => rpc.saveNotebookElsewhere())
    if (folder) addToast({ kind: 'success', title: notes.savedElsewhere, description: folder })
    await refresh()
  }

  /**
   * Show the notebook's folder in the system's file manager.
   *
   * @param problem - Path of the problem to be seen in it; `null` for the whole.
   */
  async function showFolder(problem: string | null) {
    await report(() => rpc.showNotebook(problem))
  }

  /** Put a damaged document right from its newest backup; its bytes are kept beside it. */
  async function restoreDocument(path: string) {
    const restored = await report(() => rpc.restoreDocument(path))
    if (restored) {
      const description = restored.damaged && notes.damagedKept(restored.damaged)
      addToast({ kind: 'success', title: notes.documentRestored, description })
    }
    await refresh()
  }

  /**
   * Carry out a change of the notebook; where it fails, say so.
   *
   * @returns what it made, or `null` where it failed.
   */
  async function report<Value>(change: () => Promise<Value>): Promise<Value | null> {
    try {
      return await change()
    } catch (error) {
      const { message, fix, code } = describeError(error)
      addToast({ kind: 'error', title: message, description: notes.errorFix(fix, code) })
      return null
    }
  }

  onMainEvent('onSaveState', (save) => {
    if (status.value) status.value = { ...status.value, save }
    // A save may have failed to make a backup, or made good what was wrong.
    if (save.state !== 'saving') void refresh()
  })
  onMainEvent('onNotebookChanged', () => void refresh())
  onMainEvent('onArchiveChanged', () => void refresh())
  onMainEvent('prepareToClose', flushUnsaved)
  void refresh()

  return {
    status,
    readOnly,
    problems,
    unsavedCount,
    refresh,
    offerUndo,
    undo,
    redo,
    retrySave,
    saveElsewhere,
    showFolder,
    restoreDocument,
    report,
  }
})
