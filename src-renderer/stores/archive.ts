import type { OpenArchive } from '#shared/contract.ts'
import { type EncodedError, decodeError } from '#shared/errors.ts'
import type { ChangeCounts } from '#shared/changes.ts'
import type { ImportProgress, ImportReport } from '#shared/import.ts'
import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useToasts } from '../composables/use-toasts.ts'
import { shell } from '../locales/en/shell.ts'
import { onMainEvent, rpc } from '../rpc.ts'
import { createArchiveOpening } from './archive-opening.ts'
import { countChanges } from './count-changes.ts'
import { readVanished } from './read-vanished.ts'

/** How often lists may follow a running import. */
const CALM_PACE_MS = 1500

/** The archive that is open, its import, and what happens to its pages on disk. */
export const useArchiveStore = defineStore('archive', () => {
  const { addToast } = useToasts()
  const archive = shallowRef<OpenArchive | null>(null)
  const progress = shallowRef<ImportProgress | null>(null)
  const report = shallowRef<ImportReport | null>(null)
  /** Why the last import failed, or `null`. */
  const importError = shallowRef<unknown>(null)
  /** Rises, at a calm pace, whenever the index may hold something new. */
  const contentVersion = ref(0)
  /** What the import that ended last did to the events, as long as it is news; else `null`. */
  const outcome = shallowRef<ChangeCounts | null>(null)
  const changedPages = ref(0)
  /** Changed pages that the researcher does not want to hear of. */
  const dismissedPages = ref(0)
  /** Whether the researcher asked for the running import, and so awaits an answer. */
  let isAwaited = false

  const isImporting = computed(() => progress.value !== null)
  /** Whether the index holds all that the archive held when it was last read. */
  const isWhole = computed(
    () => !isImporting.value && report.value !== null && !report.value.cancelled,
  )
  /** An import that has not counted yet leaves what was there. */
  const events = computed(() => {
    const counted = progress.value?.events ?? 0
    return counted > 0 ? counted : (report.value?.events ?? null)
  })
  const problemCount = computed(
    () => progress.value?.problems ?? report.value?.problems.length ?? 0,
  )
  /** Pages that changed on disk and are worth a word. */
  const newsPages = computed(() =>
    changedPages.value > dismissedPages.value ? changedPages.value : 0,
  )
  /** Which pages are gone, where the last import was refused for it; else `null`. */
  const vanished = computed(() => readVanished(importError.value))

  const announceContent = useThrottleFn(
    () => {
      contentVersion.value += 1
    },
    CALM_PACE_MS,
    true,
  )

  const opening = createArchiveOpening((opened) => {
    follow(opened)
    contentVersion.value += 1
  })

  function follow(opened: OpenArchive | null) {
    if (opened?.path !== archive.value?.path) {
      report.value = null
      importError.value = null
      outcome.value = null
      isAwaited = false
    }
    archive.value = opened
    progress.value = opened?.importing ?? null
    followPages(opened?.changedPages ?? 0)
    if (opened !== null) void readReport()
  }

  function followPages(changed: number) {
    changedPages.value = changed
    dismissedPages.value = Math.min(dismissedPages.value, changed)
  }

  async function readReport() {
    const last = await rpc.getImportReport().catch(() => null)
    report.value ??= last
  }

  async function closeArchive() {
    await rpc.closeArchive()
  }

  async function cancelImport() {
    await rpc.cancelImport()
  }

  /**
   * Look for changes on disk and take them in.
   *
   * @param options.acceptLoss - Whether pages that are gone were deleted on purpose.
   */
  async function startImport(options: { acceptLoss: boolean } = { acceptLoss: false }) {
    const begun: ImportProgress = {
      phase: 'walking',
      filesSeen: 0,
      filesToRead: null,
      filesRead: 0,
      events: events.value ?? 0,
      problems: problemCount.value,
      remainingMs: null,
    }
    // The first word of the import itself may take a while.
    progress.value ??= begun
    try {
      await rpc.startImport(options)
    } catch (error) {
      if (progress.value === begun) progress.value = null
      throw error
    }
    isAwaited = true
    importError.value = null
    outcome.value = null
  }

  /** Say nothing of changed pages until there are more. */
  function dismissPages() {
    dismissedPages.value = changedPages.value
  }

  function dismissOutcome() {
    outcome.value = null
  }

  function endImport(ended: ImportReport) {
    progress.value = null
    report.value = ended
    importError.value = null
    outcome.value = countChanges(ended.changes) > 0 ? ended.changes : null
    if (isAwaited && outcome.value === null && !ended.cancelled) {
      addToast({ title: shell.update.nothing(ended.added + ended.changed + ended.removed) })
    }
    isAwaited = false
    void announceContent()
  }

  function failImport(error: EncodedError) {
    progress.value = null
    importError.value = decodeError(error)
    isAwaited = false
    void announceContent()
  }

  onMainEvent('onArchiveChanged', follow)
  onMainEvent('onOpenFailed', opening.failOpening)
  onMainEvent('onPagesChanged', followPages)
  onMainEvent('onImportProgress', (next) => {
    const isNew = next.events !== progress.value?.events
    progress.value = next
    if (isNew) void announceContent()
  })
  onMainEvent('onImportEnded', endImport)
  onMainEvent('onImportFailed', failImport)

  return {
    archive,
    progress,
    report,
    importError,
    contentVersion,
    isImporting,
    isWhole,
    events,
    problemCount,
    outcome,
    newsPages,
    vanished,
    follow,
    failImport,
    ...opening,
    closeArchive,
    cancelImport,
    startImport,
    dismissPages,
    dismissOutcome,
  }
})
