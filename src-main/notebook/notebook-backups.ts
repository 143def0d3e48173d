import type { BackupComparison, BackupRecord, BackupVersion } from '#shared/backup.ts'
import type { RecordName } from '#shared/trash.ts'
import type { BackupLibrary } from './backup-library.ts'
import { describeRecord } from './describe-record.ts'
import type { HeldRecord } from './document-kinds.ts'
import type { Journal } from './journal.ts'
import { type PeekRecord, compareRecord, planRestoration } from './plan-restoration.ts'
import { stepLabels } from './step-labels.ts'

export interface NotebookBackupsOptions {
  library: BackupLibrary
  journal: Journal
  peek: PeekRecord
  /** Records a document holds now, but for those in the trash. */
  listRecords(document: string): readonly HeldRecord[]
  /** Put a document right that could not be read; its bytes are kept beside. */
  putRight(document: string): Promise<void>
}

/** Earlier versions of the notebook's documents beside what it holds now. */
export class NotebookBackups {
  readonly #options: NotebookBackupsOptions

  constructor(options: NotebookBackupsOptions) {
    this.#options = options
  }

  /** Newest first. @throws the system's errors */
  list(): Promise<BackupVersion[]> {
    return this.#options.library.list()
  }

  /** @throws BACKUP_NOT_FOUND, NOTEBOOK_DAMAGED, NOTEBOOK_NEWER */
  async compare(id: string): Promise<BackupComparison> {
    const { version, records } = await this.#options.library.read(id)
    const ids = new Set(records.map(({ record }) => record.id))
    const now = this.#options.listRecords(version.document)
    return {
      version,
      records: records.map((held) => this.#compareRecord(held)),
      addedSince: now.filter(({ record }) => !ids.has(record.id)).length,
    }
  }

  /**
   * Bring records of a backup back, as one step.
   *
   * @returns how many came; those that are as they were are not among them.
   * @throws BACKUP_NOT_FOUND, NOTEBOOK_*
   */
  async restore(id: string, names: readonly RecordName[]): Promise<number> {
    const { library, journal, peek } = this.#options
    const { version, records } = await library.read(id)
    const wanted = records.filter(({ kind, record }) =>
      names.some((name) => name.kind === kind && name.id === record.id),
    )
    if (planRestoration(wanted, peek, version.at).length === 0) return 0
    await this.#options.putRight(version.document)
    await journal.turns.free
    const changes = planRestoration(wanted, peek, version.at)
    await journal.commit(changes, stepLabels.restoreBackup(version.title, changes.length))
    return changes.length
  }

  #compareRecord(held: HeldRecord): BackupRecord {
    const { kind, record } = held
    const present = this.#options.peek({ kind, id: record.id })
    const difference = compareRecord(held, present)
    const { title, text } = describeRecord(held)
    const now = present && difference !== 'gone' ? describeRecord(present).text : null
    return { kind, id: record.id, title, difference, before: text, now }
  }
}
