import type { MeasuredArchive } from '../archive/measured-archive.ts'
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
  archive: MeasuredArchive,
  indexPath: string,
  workerPath: string,
): Promise<ImportRun> {
  return runProgram<ImportRun>(IMPORT_PROGRAM, [archive.folder, indexPath, workerPath])
}

/** A fast import that loses events would be no import. */
export function checkCounts({ counts }: ImportRun, { expected }: MeasuredArchive): void {
  if (!expected) return
  if (counts['events'] !== expected.events || counts['files'] !== expected.pages) {
    throw new Error(
      `The import found ${String(counts['events'])} events in ${String(counts['files'])} pages; ` +
        `there are ${expected.events} in ${expected.pages}.`,
    )
  }
}
