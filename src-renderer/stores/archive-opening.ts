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

  /** Open the notebook of an archive whose folder is not there. */
  async function openAlone(path: string): Promise<boolean> {
    return await attempt(() => rpc.openWithoutArchive(path))
  }

  /**
   * Ask where the open archive is now, and go on there with the same notebook.
   *
   * @returns whether it was found; `false` where the researcher cancelled. @throws ARCHIVE_*
   */
  async function locate(): Promise<boolean> {
    const opened = await rpc.locateArchive()
    if (opened) onOpened(opened)
    return opened !== null
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
    openAlone,
    locate,
    openDropped,
    openSample,
    failOpening,
    dismissOpenError,
  }
}
