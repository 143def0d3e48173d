import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import {
  DEFAULT_EXPORT_OPTIONS,
  type ExportDocument,
  type ExportResult,
  type MarkdownExportOptions,
} from '#shared/export.ts'
import { onMainEvent, rpc } from '../rpc.ts'

const PREVIEW_PAUSE_MS = 150

/** The export of one collection: its options, what it will look like, where it went. */
export const useExportStore = defineStore('export', () => {
  const collectionId = ref<string | null>(null)
  const options = shallowRef<MarkdownExportOptions>(DEFAULT_EXPORT_OPTIONS)
  /** `null` until the first preview is there. */
  const documents = shallowRef<ExportDocument[] | null>(null)
  const previewError = shallowRef<unknown>(null)
  const isPreviewing = ref(false)
  const result = shallowRef<ExportResult | null>(null)
  const exportError = shallowRef<unknown>(null)
  const isExporting = ref(false)
  let asked = 0

  /** Show a collection with a new preview; `null` ends that. */
  async function open(id: string | null) {
    if (collectionId.value !== id) {
      collectionId.value = id
      documents.value = null
      result.value = null
      exportError.value = null
    }
    await preview()
  }

  async function preview() {
    const id = collectionId.value
    if (id === null) return
    asked += 1
    const mine = asked
    isPreviewing.value = true
    try {
      const made = await rpc.previewExport(id, { ...options.value })
      if (mine !== asked) return
      documents.value = made
      previewError.value = null
    } catch (error) {
      if (mine === asked) previewError.value = error
    } finally {
      if (mine === asked) isPreviewing.value = false
    }
  }

  async function choose(change: Partial<MarkdownExportOptions>) {
    options.value = { ...options.value, ...change }
    await preview()
  }

  /** Ask where to and write. Cancelling the dialog changes nothing. */
  async function run() {
    const id = collectionId.value
    if (id === null || isExporting.value) return
    isExporting.value = true
    exportError.value = null
    try {
      result.value = (await rpc.exportCollection(id, { ...options.value })) ?? result.value
    } catch (error) {
      exportError.value = error
    } finally {
      isExporting.value = false
    }
  }

  async function showInFolder() {
    await rpc.showExport()
  }

  const previewSoon = useDebounceFn(preview, PREVIEW_PAUSE_MS)
  onMainEvent('onNotebookChanged', () => void previewSoon())

  return {
    options: computed(() => options.value),
    documents: computed(() => documents.value),
    previewError: computed(() => previewError.value),
    isPreviewing: computed(() => isPreviewing.value),
    result: computed(() => result.value),
    exportError: computed(() => exportError.value),
    isExporting: computed(() => isExporting.value),
    open,
    preview,
    choose,
    run,
    showInFolder,
  }
})
