import { open, rm } from 'node:fs/promises'

/** A document of an export, whole or in pieces that are made as they are written. */
export interface WritableDocument {
  /** As `ExportDocument.path`. */
  path: string
  text: string | AsyncIterable<string>
}

/**
 * Write a new file and wait until it is on the disk. Where that fails, no file is left.
 */
export async function writeDurably(path: string, text: WritableDocument['text']): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(text)
    await handle.sync()
    await handle.close()
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(path, { force: true })
    throw error
  }
}

/** Wait until the names in a folder are on the disk, where the system can say so. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
