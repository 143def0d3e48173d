import type { RecordName } from './trash.ts'

/** An earlier version of one document of the notebook. */
export interface BackupVersion {
  /** Names it in calls: the document and the version. */
  id: string
  /** Path of the document in the notebook, POSIX separators. */
  document: string
  /** What the document holds, for a person: “Notes on June 2008”, a collection's name. */
  title: string
  /** When it was kept; ISO 8601, UTC. */
  at: string
  bytes: number
  /** Whether it is from before a change of the format, and kept for good. */
  isBeforeMigration: boolean
  /** Whether it looks whole. One that does not is listed, but nothing can be restored from it. */
  isReadable: boolean
}

/** One record of a backup beside the one of the notebook. */
export interface BackupRecord extends RecordName {
  title: string
  /** What the notebook has of it now; what is in the trash and otherwise the same counts as gone. */
  difference: 'gone' | 'changed' | 'same'
  /** Its text then and now (Markdown); `now` is `null` where it is gone. */
  before: string
  now: string | null
}

/** A backup beside the notebook as it is. */
export interface BackupComparison {
  version: BackupVersion
  records: BackupRecord[]
  /** Records of the document that came after the backup. */
  addedSince: number
}

/** How a damaged document was put right. */
export interface DocumentRestoration {
  /** Absolute path of the document. */
  path: string
  /** Where its damaged bytes are kept, absolute path; `null` where it was gone. */
  damaged: string | null
  /** Where its contents come from; `nothing` where there was no backup and it begins anew. */
  from: 'memory' | 'backup' | 'nothing'
  /** When that backup was kept; ISO 8601, UTC. `null` where it is from elsewhere. */
  backupAt: string | null
}
