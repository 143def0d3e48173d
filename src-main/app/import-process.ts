import { utilityProcess } from 'electron'
import { AnnalsError, type EncodedError, decodeError } from '#shared/errors.ts'
import type { ImportProgress, ImportReport } from '#shared/import.ts'
import type { StartImportOptions } from '../index/start-import.ts'

/** What the import's process is told. */
export type ImportOrder =
  | ({ kind: 'start'; workerUrl: string } & Omit<
      StartImportOptions,
      'workerUrl' | 'onProgress' | 'signal'
    >)
  | { kind: 'cancel' }

/** What it tells. */
export type ImportProcessMessage =
  | { kind: 'progress'; progress: ImportProgress }
  | { kind: 'done'; report: ImportReport }
  | { kind: 'failed'; error: EncodedError }

/**
 * Bring an index up to date in a process of its own, which gives its memory back when it ends.
 *
 * @param scriptPath - Absolute path of the built `workers/import.process.ts`.
 * @returns what takes the place of `startImport`.
 */
export function importInProcess(
  scriptPath: string,
): (options: StartImportOptions) => Promise<ImportReport> {
  return ({ workerUrl, onProgress, signal, ...order }) => {
    const child = utilityProcess.fork(scriptPath, [], { serviceName: 'Annals import' })
    const send = (message: ImportOrder) => {
      child.postMessage(message)
    }
    const cancel = () => {
      send({ kind: 'cancel' })
    }
    signal.addEventListener('abort', cancel)
    return new Promise<ImportReport>((resolve, reject) => {
      child.on('message', (message: ImportProcessMessage) => {
        if (message.kind === 'progress') onProgress(message.progress)
        else if (message.kind === 'done') resolve(message.report)
        else reject(decodeError(message.error))
      })
      child.on('exit', (code) => {
        // After the report this changes nothing.
        reject(
          new AnnalsError('IMPORT_FAILED', 'The import ended unexpectedly.', { details: { code } }),
        )
      })
      send({ kind: 'start', workerUrl: workerUrl.href, ...order })
      if (signal.aborted) cancel()
    }).finally(() => {
      signal.removeEventListener('abort', cancel)
      child.kill()
    })
  }
}
