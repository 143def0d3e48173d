import type { OpenArchive } from '#shared/contract.ts'
import { type EncodedError, decodeError } from '#shared/errors.ts'
import { ref, shallowRef } from 'vue'
import { rpc } from '../rpc.ts'

/** The ways to open an archive. */
export function createArchiveOpening(onOpened: (opened: OpenArchive) => void) {
  const isOpening = ref(false)
  /** Why the last opening failed, or `null`. */
  const openError = shallowRef<unknown>(null)

  /** @returns whether an archive was opened; why not is in `openError`. */
  async function attempt(open: () => Promise<OpenArchive | null>): Promise<boolean> {
    isOpening.value = true
    openError.value = null
    try {
      const opened = await open()
      if (opened === null) return false
      onOpened(opened)
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

  /** What was named at a start of the app could not be opened. */
  function failOpening(error: EncodedError) {
    openError.value = decodeError(error)
  }

  function dismissOpenError() {
    openError.value = null
  }

  return {
    isOpening,
    openError,
    chooseAndOpen,
    openPath,
    openDropped,
    openSample,
    failOpening,
    dismissOpenError,
  }
}
