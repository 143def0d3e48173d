import { statSync } from 'node:fs'
import type { GeneratedArchive } from '../generate-archive.ts'
import { filesBelow } from '../measures/scan.ts'

/** The archive that is measured: one that was generated, or one that somebody has. */
export interface MeasuredArchive {
  /** Absolute path. */
  folder: string
  /** What an import must find; `null` where only an import can tell. */
  expected: { events: number; pages: number } | null
  /** All its files, be they pages or not. */
  files: number
  bytes: number
  seed: number | null
}

export function measureGenerated(archive: GeneratedArchive): MeasuredArchive {
  const { folder, events, files, bytes, seed } = archive
  return { folder, expected: { events, pages: files }, files, bytes, seed }
}

/** @param folder - Absolute path of an archive that was not made here; it is only read. */
export function measureOwn(folder: string): MeasuredArchive {
  const sizes = Array.from(filesBelow(folder), (path) => statSync(path).size)
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return { folder, expected: null, files: sizes.length, bytes, seed: null }
}
