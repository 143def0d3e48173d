import type { OpenArchive } from '#shared/contract.ts'
import { AnnalsError, type ErrorCode, ERROR_FIXES } from '#shared/errors.ts'
import type { ImportProgress, ImportReport } from '#shared/import.ts'
import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { onMainEvent, rpc } from '../rpc.ts'

/** How often lists may follow a running import. */
const CALM_PACE_MS = 1500

/** The archive that is open, and its import. */
export const useArchiveStore = defineStore('archive', () => {
  const archive = shallowRef<OpenArchive | null>(null)
  const progress = shallowRef<ImportProgress | null>(null)
  const report = shallowRef<ImportReport | null>(null)
  const isOpening = ref(false)
  /** Why the last opening failed, or `null`. */
  const openError = shallowRef<unknown>(null)
  /** Why the last import failed, or `null`. */
  const importError = shallowRef<unknown>(null)
  /** Rises, at a calm pace, whenever the index may hold something new. */
  const contentVersion = ref(0)

  const isImporting = computed(() => progress.value !== null)
  const events = computed(() => progress.value?.events ?? report.value?.events ?? null)
  const problemCount = computed(
    () => progress.value?.problems ?? report.value?.problems.length ?? 0,
  )

  const announceContent = useThrottleFn(
    () => {
      contentVersion.value += 1
    },
    CALM_PACE_MS,
    true,
  )

  function follow(opened: OpenArchive | null) {
    if (opened?.path !== archive.value?.path) {
      report.value = null
      importError.value = null
    }
    archive.value = opened
    progress.value = opened?.importing ?? null
    if (opened !== null) void readReport()
  }

  async function readReport() {
    const last = await rpc.getImportReport().catch(() => null)
    report.value ??= last
  }

  /** @returns whether an archive was opened; why not is in `openError`. */
  async function attempt(open: () => Promise<OpenArchive | null>): Promise<boolean> {
    isOpening.value = true
    openError.value = null
    try {
      const opened = await open()
      if (opened === null) return false
      follow(opened)
      contentVersion.value += 1
      return true
    } catch (error) {
      openError.value = error
      return false
    } finally {
      isOpening.value = false
    }
  }

  /** Ask for a folder and open it. */
  async function chooseAndOpen(): Promise<boolean> {
    return await attempt(async () => {
      const path = await rpc.chooseFolder()
      return path === null ? null : await rpc.openArchive(path)
    })
  }

  async function openPath(path: string): Promise<boolean> {
    return await attempt(() => rpc.openArchive(path))
  }

  /** Open what was dropped on the window. */
  async function openDropped(file: File): Promise<boolean> {
    return await openPath(window.annals.pathOfFile(file))
  }

  async function openSample(): Promise<boolean> {
    return await attempt(() => rpc.openSampleArchive())
  }

  async function closeArchive() {
    await rpc.closeArchive()
  }

  async function cancelImport() {
    await rpc.cancelImport()
  }

  async function startImport() {
    importError.value = null
    await rpc.startImport()
  }

  function dismissOpenError() {
    openError.value = null
  }

  onMainEvent('onArchiveChanged', follow)
  onMainEvent('onImportProgress', (next) => {
    const isNew = next.events !== progress.value?.events
    progress.value = next
    if (isNew) void announceContent()
  })
  onMainEvent('onImportEnded', (ended) => {
    progress.value = null
    report.value = ended
    void announceContent()
  })
  onMainEvent('onImportFailed', ({ code, message }) => {
    progress.value = null
    importError.value = toError(code, message)
    void announceContent()
  })

  return {
    archive,
    progress,
    report,
    isOpening,
    openError,
    importError,
    contentVersion,
    isImporting,
    events,
    problemCount,
    follow,
    chooseAndOpen,
    openPath,
    openDropped,
    openSample,
    closeArchive,
    cancelImport,
    startImport,
    dismissOpenError,
  }
})

function toError(code: string | null, message: string): Error {
  if (code !== null && code in ERROR_FIXES) return new AnnalsError(code as ErrorCode, message)
  return new Error(message)
}
