import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { backupName, chooseOutdated, listBackups } from './choose-backups.ts'
import { type DocumentFormat, parseDocument } from './document-format.ts'
import { TEMPORARY_NAME, readBytes, writeDurably } from './durable-file.ts'

/** Earlier versions of the documents of one notebook, outside of it; a folder for each document. */
export class Backups {
  readonly folder: string
  readonly #now: () => Date
  /** Newest backup of each document, so that a save that is tried again keeps nothing twice. */
  readonly #newest = new Map<string, string>()

  constructor(folder: string, now: () => Date) {
    this.folder = folder
    this.#now = now
  }

  /**
   * Keep a version of a document. Only once it is found on disk byte for byte, older ones that have
   * had their time are deleted.
   *
   * @param document - Path in the notebook, POSIX separators.
   * @param isBeforeMigration - Whether what replaces it has a newer format: it stays for good then.
   * @throws the system's errors
   */
  async keep(document: string, bytes: Uint8Array, isBeforeMigration = false): Promise<void> {
    if (await holds(this.#newest.get(document), bytes)) return
    const folder = this.#folderOf(document)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const [newest] = listBackups(await readdir(folder))
    const sequence = (newest?.sequence ?? 0) + 1
    const path = join(folder, backupName(sequence, this.#now(), isBeforeMigration))
    await writeDurably(path, bytes)
    if (!(await holds(path, bytes))) throw new Error(`This backup is not what was written: ${path}`)
    this.#newest.set(document, path)
    await this.#prune(folder)
  }

  /** @returns absolute path of the newest backup that can be read, or `null`. */
  async findNewestValid<Data extends object>(
    document: string,
    format: DocumentFormat<Data>,
  ): Promise<string | null> {
    const folder = this.#folderOf(document)
    const names = await readdir(folder).catch(() => [])
    for (const { name } of listBackups(names)) {
      const path = join(folder, name)
      if (await isValid(path, format)) return path
    }
    return null
  }

  #folderOf(document: string): string {
    return join(this.folder, document.replace(/\.json$/, ''))
  }

  async #prune(folder: string): Promise<void> {
    const names = await readdir(folder)
    const outdated = chooseOutdated(listBackups(names)).map(({ name }) => name)
    const leftovers = names.filter((name) => TEMPORARY_NAME.test(name))
    for (const name of [...outdated, ...leftovers]) await rm(join(folder, name), { force: true })
  }
}

async function holds(path: string | undefined, bytes: Uint8Array): Promise<boolean> {
  if (path === undefined) return false
  return (await readBytes(path))?.equals(bytes) ?? false
}

async function isValid<Data extends object>(path: string, format: DocumentFormat<Data>) {
  try {
    const bytes = await readBytes(path)
    return bytes !== null && Boolean(parseDocument(format, bytes, path))
  } catch {
    return false
  }
}
