import { hash } from 'node:crypto'
import { type Stats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { Problem, ProblemCode } from '#shared/problem.ts'
import { readUtf8 } from './decode-page.ts'
import type { PageFile } from './walk-archive.ts'

/** A larger file is no page. */
export const MAX_PAGE_BYTES = 4 * 2 ** 20

/** What was read of a page file. */
export interface PageContent {
  /**
   * Its text as UTF-8 with `\n` as line end, valid until the next page is read; `null` where the
   * file could not be read as text, and the problems say why.
   */
  text: Buffer | null
  /** SHA-256 of the bytes, hexadecimal; `null` where they were not read. */
  hash: string | null
  /** Of the file that was read, which may differ from what the walk saw. */
  sizeBytes: number
  mtimeMs: number
  problems: Problem[]
}

// A pipe must not make the import wait, nor a link lead it elsewhere. Windows knows neither flag.
const OPEN_FLAGS =
  process.platform === 'win32'
    ? constants.O_RDONLY
    : constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW

/** Reused between pages. */
let buffer = Buffer.allocUnsafe(2 ** 16)

/** Thrown and caught here: what is wrong with the page in question. */
class PageFault extends Error {
  readonly code: ProblemCode

  constructor(code: ProblemCode, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Read a page synchronously (for workers). Never throws for what is wrong with a file, and reads
 * nothing of what is no regular file or larger than {@link MAX_PAGE_BYTES}.
 *
 * @param root - Absolute path of the archive.
 */
export function readPage(root: string, file: PageFile): PageContent {
  const content: PageContent = {
    text: null,
    hash: null,
    sizeBytes: file.sizeBytes,
    mtimeMs: file.mtimeMs,
    problems: [],
  }
  try {
    const bytes = readBytes(file.openPath ?? `${root}/${file.path}`, content)
    content.hash = hash('sha256', bytes)
    const decoded = readUtf8(bytes)
    if (decoded === null) throw new PageFault('PAGE_BINARY', 'It is binary data, not text.')
    content.text = decoded.text
    if (decoded.isDamaged) {
      const message = 'Some of its bytes are not valid text; they show as \uFFFD.'
      content.problems.push({ path: file.path, code: 'PAGE_ENCODING', message })
    }
  } catch (error) {
    const { code, message } = error instanceof PageFault ? error : describeSystemError(error)
    content.problems.push({ path: file.path, code, message })
  }
  return content
}

/** @returns a view of {@link buffer}, valid until the next call. */
function readBytes(path: string, content: PageContent): Buffer {
  const descriptor = openSync(path, OPEN_FLAGS)
  try {
    for (let attempt = 1; attempt <= 2; attempt++) {
      const before = fstatSync(descriptor)
      content.sizeBytes = before.size
      content.mtimeMs = before.mtimeMs
      const length = fillBuffer(descriptor, checkReadable(before))
      const after = fstatSync(descriptor)
      const isSteady = after.size === length && after.mtimeMs === before.mtimeMs
      if (isSteady) return buffer.subarray(0, length)
    }
  } finally {
    closeSync(descriptor)
  }
  throw new PageFault('PAGE_CHANGED_WHILE_READ', 'It was being written; it is read next time.')
}

function checkReadable(stats: Stats): number {
  if (!stats.isFile()) throw new PageFault('PAGE_NOT_REGULAR', 'It is no regular file.')
  if (stats.size > MAX_PAGE_BYTES) {
    const megabytes = (stats.size / 2 ** 20).toFixed(1)
    throw new PageFault('PAGE_TOO_LARGE', `It has ${megabytes} MB; pages have at most 4 MB.`)
  }
  return stats.size
}

/** @returns the number of bytes read, at most one more than expected. */
function fillBuffer(descriptor: number, expectedBytes: number): number {
  if (buffer.length <= expectedBytes) buffer = Buffer.allocUnsafe(expectedBytes * 2)
  let length = 0
  let count: number
  do {
    count = readSync(descriptor, buffer, length, expectedBytes + 1 - length, length)
    length += count
  } while (count > 0 && length < expectedBytes)
  return length
}

function describeSystemError(error: unknown): { code: ProblemCode; message: string } {
  if (!(error instanceof Error && 'code' in error)) throw error
  switch (error.code) {
    case 'ELOOP':
    case 'ENXIO':
      return { code: 'PAGE_NOT_REGULAR', message: 'It is no regular file.' }
    case 'ENAMETOOLONG':
      return { code: 'PATH_TOO_LONG', message: 'The path is longer than the system can open.' }
    case 'EACCES':
    case 'EPERM':
      return { code: 'PAGE_UNREADABLE', message: 'You have no permission to read it.' }
    case 'ENOENT':
      return { code: 'PAGE_UNREADABLE', message: 'It disappeared before it could be read.' }
    default:
      return { code: 'PAGE_UNREADABLE', message: `It cannot be read (${String(error.code)}).` }
  }
}
