import { readdir } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { BackupVersion } from '#shared/backup.ts'
import { AnnalsError } from '#shared/errors.ts'
import { backupTime, listBackups } from './choose-backups.ts'
import { compareText } from './compare-text.ts'
import { type HeldRecord, kindOfDocument } from './document-kinds.ts'
import { titleDocument } from './document-title.ts'
import { readBytes } from './durable-file.ts'
import { errorCode } from './error-code.ts'
import { type BackupGlance, glanceAtBackup } from './glance-at-backup.ts'

const GLANCES_AT_ONCE = 32

/** The kept versions of the documents of a notebook, to be looked through. Nothing is written. */
export class BackupLibrary {
  readonly #folder: string
  /** By id; a backup is never written again. */
  readonly #glances = new Map<string, BackupGlance>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Newest first. One that cannot be read is listed as such. @throws the system's errors */
  async list(): Promise<BackupVersion[]> {
    const ids = await this.#listIds()
    const versions: BackupVersion[] = []
    for (let start = 0; start < ids.length; start += GLANCES_AT_ONCE) {
      const some = ids.slice(start, start + GLANCES_AT_ONCE)
      versions.push(...(await Promise.all(some.map((id) => this.#describe(id)))).flat())
    }
    return versions.sort((one, other) => compareText(sortKey(other), sortKey(one)))
  }

  /** @throws BACKUP_NOT_FOUND, NOTEBOOK_DAMAGED, NOTEBOOK_NEWER */
  async read(id: string): Promise<{ version: BackupVersion; records: HeldRecord[] }> {
    const isKnown = (await this.#listIds()).includes(id)
    const [version] = isKnown ? await this.#describe(id) : []
    const path = join(this.#folder, id)
    const bytes = version ? await readBytes(path) : null
    const kind = version && kindOfDocument(version.document)
    if (!version || !kind || !bytes) {
      throw new AnnalsError('BACKUP_NOT_FOUND', 'This backup is not there.', { details: { id } })
    }
    return { version, records: kind.read(bytes, path) }
  }

  /** Paths of all backups below the folder, POSIX separators. */
  async #listIds(): Promise<string[]> {
    try {
      const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile() && listBackups([entry.name]).length > 0)
        .map(({ parentPath, name }) => relative(this.#folder, join(parentPath, name)))
        .map((path) => path.replaceAll(sep, '/'))
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return []
      throw error
    }
  }

  async #describe(id: string): Promise<BackupVersion[]> {
    const document = `${dirname(id)}.json`
    const [backup] = listBackups([id.slice(dirname(id).length + 1)])
    const kind = kindOfDocument(document)
    if (!backup || !kind) return []
    const glance = this.#glances.get(id) ?? (await glanceAtBackup(join(this.#folder, id), kind))
    this.#glances.set(id, glance)
    const { bytes, isReadable, recordName } = glance
    const title = titleDocument(document, recordName)
    const { isBeforeMigration } = backup
    return [{ id, document, title, at: backupTime(backup), bytes, isBeforeMigration, isReadable }]
  }
}

/** Time, then number: several may be of one second. */
function sortKey({ at, id }: BackupVersion): string {
  return `${at} ${id.slice(dirname(id).length)}`
}
