import { AnnalsError } from '#shared/errors.ts'

/** Pages that were read before and are not there now. */
export interface VanishedPages {
  /** Absolute path of the archive; empty where it is not known. */
  path: string
  /** Pages that were read before, or `null` where it is not known. */
  known: number | null
  /** Those of them that are not there, or `null`. */
  gone: number | null
}

/** @returns what an import that was refused for it says of the pages that are gone, else `null`. */
export function readVanished(error: unknown): VanishedPages | null {
  if (!(error instanceof AnnalsError) || error.code !== 'ARCHIVE_VANISHED') return null
  const { path, known, gone } = error.details ?? {}
  return {
    path: typeof path === 'string' ? path : '',
    known: typeof known === 'number' ? known : null,
    gone: typeof gone === 'number' ? gone : null,
  }
}
