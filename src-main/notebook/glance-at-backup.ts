import { open } from 'node:fs/promises'
import type { DocumentKind } from './document-kinds.ts'
import { readBytes } from './durable-file.ts'

/** What can be said of a backup without comparing it. */
export interface BackupGlance {
  bytes: number
  isReadable: boolean
  /** Name of the one record it holds; `null` where it holds several, or cannot be read. */
  recordName: string | null
}

/**
 * Look at a backup as far as a list needs it: the document of a single record is read for its name,
 * of all others only the ends are looked at, since there may be thousands.
 */
export async function glanceAtBackup(path: string, kind: DocumentKind): Promise<BackupGlance> {
  try {
    return kind.isOneRecord ? await readWhole(path, kind) : await lookAtEnds(path)
  } catch {
    return { bytes: 0, isReadable: false, recordName: null }
  }
}

async function readWhole(path: string, kind: DocumentKind): Promise<BackupGlance> {
  const bytes = (await readBytes(path)) ?? Buffer.alloc(0)
  try {
    const [held] = kind.read(bytes, path)
    const recordName = held && 'name' in held.record ? held.record.name : null
    return { bytes: bytes.length, isReadable: true, recordName }
  } catch {
    return { bytes: bytes.length, isReadable: false, recordName: null }
  }
}

/** What is cut off or full of zeros does not begin and end as a document does. */
async function lookAtEnds(path: string): Promise<BackupGlance> {
  await using file = await open(path, 'r')
  const { size } = await file.stat()
  const ends = Buffer.alloc(3)
  await file.read(ends, 0, 1, 0)
  await file.read(ends, 1, 2, Math.max(0, size - 2))
  return { bytes: size, isReadable: ends.toString() === '{}\n', recordName: null }
}
