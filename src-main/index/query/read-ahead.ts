import { open } from 'node:fs/promises'

const BYTES_PER_READ = 2 ** 20
/** What else is kept in memory is worth more than an index of any size. */
const SHARE_OF_MEMORY = 1 / 4

/**
 * Read an index from its beginning to its end, so that the system has it at hand when it is asked:
 * a search looks at hundreds of places in it, for each of which a disk may have to move its head.
 *
 * What cannot be read is left to those who ask.
 *
 * @param path - Absolute path of the file, which need not be there.
 * @param maxBytes - Of a larger file only the beginning is read.
 * @returns how many bytes were read.
 */
export async function readAhead(
  path: string,
  maxBytes = process.availableMemory() * SHARE_OF_MEMORY,
): Promise<number> {
  const limit = Math.floor(maxBytes)
  let total = 0
  try {
    await using file = await open(path)
    const buffer = Buffer.allocUnsafe(BYTES_PER_READ)
    let bytesRead: number
    do {
      const length = Math.min(buffer.length, limit - total)
      bytesRead = (await file.read(buffer, 0, length, total)).bytesRead
      total += bytesRead
    } while (bytesRead > 0)
  } catch (error) {
    if (!isSystemError(error)) throw error
  }
  return total
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
