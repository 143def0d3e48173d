import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ExchangeResult } from '#shared/exchange.ts'
import { useToasts } from '../composables/use-toasts.ts'
import { exchange as words } from '../locales/en/exchange.ts'
import { rpc } from '../rpc.ts'
import { useNotebookStore } from './notebook.ts'

/** Bringing annotations in from elsewhere, and taking them along. */
export const useExchangeStore = defineStore('exchange', () => {
  const notebook = useNotebookStore()
  const { addToast } = useToasts()
  /** What bringing in did, until it is dismissed; else `null`. */
  const result = shallowRef<ExchangeResult | null>(null)
  /** What runs at the moment, in words, or `null`. */
  const running = ref<string | null>(null)

  async function run<Value>(name: string, work: () => Promise<Value>): Promise<Value | null> {
    if (running.value !== null) return null
    running.value = name
    try {
      return await notebook.report(work)
    } finally {
      running.value = null
    }
  }

  async function exportAll() {
    const written = await run(words.exporting, () => rpc.exportAnnotations())
    if (!written) return
    const action = { label: words.showInFolder, run: () => void rpc.showExport() }
    addToast({
      kind: 'success',
      title: words.exported,
      description: written.files[0] ?? '',
      action,
    })
  }

  async function importFile() {
    result.value = await run(words.importing, () => rpc.importAnnotations())
  }

  async function mergeNotebook() {
    result.value = await run(words.merging, () => rpc.mergeNotebook())
  }

  function dismiss() {
    result.value = null
  }

  return { result, running, exportAll, importFile, mergeNotebook, dismiss }
})
