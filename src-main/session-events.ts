import type { OpenArchive } from '#shared/contract.ts'
import type { ImportEvents } from './session-import.ts'

/** What the session tells those who watch it. */
export interface SessionEvents extends ImportEvents {
  /** Before an archive is closed. @returns whether all that was typed has reached the notebook. */
  beforeClose(): Promise<boolean>
  onArchiveChanged(archive: OpenArchive | null): void
  /** @param changedPages - Pages that changed on disk and are not taken in yet. */
  onPagesChanged(changedPages: number): void
}
