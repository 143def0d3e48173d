import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { exchangeUnreadable } from './exchange-unreadable.ts'

/** A larger file is not read: it would have to fit into memory several times over. */
const MOST_BYTES = 200 * 2 ** 20

// A pipe must not make us wait. Windows does not know the flag.
const OPEN_FLAGS =
  process.platform === 'win32' ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK

/**
 * Read a file that the researcher chose, synchronously (for workers).
 *
 * @param mostBytes - A larger one is refused.
 * @throws EXCHANGE_UNREADABLE
 */
export function readFile(path: string, mostBytes = MOST_BYTES): Uint8Array {
  try {
    const file = openSync(path, OPEN_FLAGS)
    try {
      return readAll(file, path, mostBytes)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!(error instanceof Error) || code === undefined || code === 'EXCHANGE_UNREADABLE')
      throw error
    throw exchangeUnreadable(path, code === 'ENOENT' ? 'it is not there' : error.message, error)
  }
}

function readAll(file: number, path: string, mostBytes: number): Uint8Array {
  const stats = fstatSync(file)
  if (stats.isDirectory()) throw exchangeUnreadable(path, 'it is a folder')
  if (!stats.isFile()) throw exchangeUnreadable(path, 'it is not a file')
  if (stats.size > mostBytes) {
    const [size, most] = [stats.size, mostBytes].map((bytes) => Math.round(bytes / 2 ** 20))
    throw exchangeUnreadable(path, `it has ${size} MB; ${most} MB are the most`)
  }
  const bytes = Buffer.allocUnsafe(stats.size)
  let length = 0
  while (length < bytes.length) {
    const read = readSync(file, bytes, length, bytes.length - length, null)
    if (read === 0) break
    length += read
  }
  return bytes.subarray(0, length)
}
