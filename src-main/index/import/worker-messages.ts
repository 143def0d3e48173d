import type { EncodedError } from '#shared/errors.ts'
import type { ImportProgress, ImportReport } from '#shared/import.ts'

/** What the import worker is given. */
export interface ImportWorkerData {
  root: string
  indexPath: string
  /** Where the script of the reading thread is. */
  parseWorkerUrl: string
  /** Whether pages that are gone were deleted on purpose, even if they are most of the archive. */
  acceptLoss: boolean
  /** Shared by both sides; the first 32-bit number is not 0 once the import shall stop. */
  cancelled: SharedArrayBuffer
}

/** What the import worker tells. */
export type ImportMessage =
  | { kind: 'progress'; progress: ImportProgress }
  | { kind: 'done'; report: ImportReport }
  | { kind: 'failed'; error: EncodedError }

/** Short-lived objects are collected early: an import makes gigabytes of them. */
export const THREAD_LIMITS = { maxYoungGenerationSizeMb: 16 } as const
