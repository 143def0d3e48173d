import type { ChangeCounts } from './changes.ts'
import type { Problem } from './problem.ts'

/** What an import does at the moment. */
export type ImportPhase = 'walking' | 'reading' | 'relating' | 'finishing'

/** Where a running import stands. */
export interface ImportProgress {
  phase: ImportPhase
  /** Page files seen by the walk so far. */
  filesSeen: number
  /** Page files that have to be read, known once the walk has ended, else `null`. */
  filesToRead: number | null
  filesRead: number
  /** Events in the index by now. */
  events: number
  problems: number
  /** Estimated time left in milliseconds, or `null` while unknown. */
  remainingMs: number | null
}

/** What an import did. The counts describe the whole index afterwards, except where said. */
export interface ImportReport {
  /** Absolute path of the archive. */
  archive: string
  /** Page files (.md) found. */
  files: number
  events: number
  /** Days that have events. */
  days: number
  sources: number
  relations: number
  relationsResolved: number
  entities: number
  revisions: number
  problems: Problem[]
  /** Pages this import read for the first time. */
  added: number
  /** Pages it read again because they changed. */
  changed: number
  /** Pages that are gone since the last import. */
  removed: number
  unchanged: number
  /** What became of events that an earlier import knew; all zero after the first import. */
  changes: ChangeCounts
  /** SHA-256 over the paths and contents of all pages, hexadecimal: what the archive held. */
  fingerprint: string
  durationMs: number
  /** Whether it was stopped before it ended; the next opening goes on. */
  cancelled: boolean
}
