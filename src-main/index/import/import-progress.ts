import type { ImportPhase, ImportProgress } from '#shared/import.ts'

const INTERVAL_MS = 100

/** Tells how far an import is, but not more often than one can see. */
export class ProgressReporter {
  readonly #tell: (progress: ImportProgress) => void
  readonly #progress: ImportProgress = {
    phase: 'walking',
    filesSeen: 0,
    filesToRead: null,
    filesRead: 0,
    events: 0,
    problems: 0,
    remainingMs: null,
  }
  #toldAt = -INTERVAL_MS
  #readingSince = 0

  constructor(tell: (progress: ImportProgress) => void) {
    this.#tell = tell
  }

  /** A new phase is told at once. */
  enter(phase: ImportPhase, change: Partial<ImportProgress> = {}): void {
    if (phase === 'reading') this.#readingSince = performance.now()
    this.#toldAt = -INTERVAL_MS
    this.update({ ...change, phase })
  }

  update(change: Partial<ImportProgress>): void {
    Object.assign(this.#progress, change)
    const now = performance.now()
    if (now - this.#toldAt < INTERVAL_MS) return
    this.#toldAt = now
    this.#tell({ ...this.#progress, remainingMs: this.#estimateRemaining(now) })
  }

  #estimateRemaining(now: number): number | null {
    const { phase, filesRead, filesToRead } = this.#progress
    if (phase !== 'reading' || filesRead === 0 || filesToRead === null) return null
    const perFileMs = (now - this.#readingSince) / filesRead
    return Math.round(perFileMs * Math.max(0, filesToRead - filesRead))
  }
}
