import type { GeneratedArchive } from '../generate-archive.ts'
import { runProgram } from './run-program.ts'

const IMPORT_PROGRAM = new URL('../programs/import-archive.ts', import.meta.url)

/** What a run of `programs/import-archive.ts` prints. */
export interface ImportRun {
  durationMs: number
  /** Of all threads, the start of the process included. */
  processorMs: number
  peakBytes: number
  counts: Record<string, number>
}

/** Bring the index of an archive up to date in a process of its own. */
export function runImport(
  archive: GeneratedArchive,
  indexPath: string,
  workerPath: string,
): Promise<ImportRun> {
  return runProgram<ImportRun>(IMPORT_PROGRAM, [archive.folder, indexPath, workerPath])
}

/** A fast import that loses events would be no import. */
export function checkCounts({ counts }: ImportRun, archive: GeneratedArchive): void {
  if (counts['events'] !== archive.events || counts['files'] !== archive.files) {
    throw new Error(
      `The import found ${String(counts['events'])} events in ${String(counts['files'])} files; ` +
        `there are ${archive.events} in ${archive.files}.`,
    )
  }
}
