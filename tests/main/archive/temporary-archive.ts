import { createHash } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const FIXTURES = fileURLToPath(new URL('../../fixtures/archive', import.meta.url))

/** An empty folder that is gone when the test ends. @returns its real path. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'annals-archive-')))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** A folder with files, by path. */
export function makeArchive(files: Record<string, string | Uint8Array>): string {
  const folder = makeFolder()
  for (const [path, content] of Object.entries(files)) writePage(folder, path, content)
  return folder
}

export function writePage(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** A copy of the pages of `tests/fixtures/archive/<name>`. */
export function copyFixture(name: 'site' | 'chinese' | 'notes'): string {
  const folder = makeFolder()
  cpSync(join(FIXTURES, name), folder, { recursive: true, preserveTimestamps: true })
  return folder
}

export function readFixture(path: string): string {
  return readFileSync(join(FIXTURES, path), 'utf8')
}

/** Whether the tests may act as another user. */
export const IS_ROOT = process.geteuid?.() === 0

/** Run what is synchronous as a user without any rights. */
export function actAsNobody<Result>(action: () => Result): Result {
  process.seteuid?.(65534)
  try {
    return action()
  } finally {
    process.seteuid?.(0)
  }
}

/** A hash of all names and bytes below a folder; what is no file counts by its name. */
export function hashFolder(folder: string): string {
  const hash = createHash('sha256')
  const addFolder = (path: string) => {
    const entries = readdirSync(path, { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = join(path, entry.name)
      hash.update(`${inner}\0`)
      if (entry.isDirectory()) addFolder(inner)
      else if (entry.isFile() && !entry.name.includes('\uFFFD')) hash.update(readFileSync(inner))
    }
  }
  addFolder(folder)
  return hash.digest('hex')
}
