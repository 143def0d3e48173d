/** Every way Annals can refuse or fail, with what happened is in the message; this table says what to do. */
export const ERROR_FIXES = {
  ARCHIVE_NOT_FOUND: 'Check the path, or open the folder where the archive is now.',
  ARCHIVE_NOT_A_FOLDER: 'Open the folder that holds the pages, not one of its files.',
  ARCHIVE_UNREADABLE: 'Give your user permission to read the folder, then open it again.',
  ARCHIVE_EMPTY: 'Open a folder that holds Markdown pages.',
  ARCHIVE_NO_PAGES: 'Open a folder that holds Markdown pages (.md).',
  ARCHIVE_VANISHED:
    'Reconnect the drive or share and try again, or say that the pages are gone on purpose; the index was left as it is.',
  ARCHIVE_NOT_WATCHED:
    'Changes are found when the archive is opened again, or by “Look for changes”.',
  ARCHIVE_NOT_OPEN: 'Open an archive first.',
  IMPORT_RUNNING: 'Wait until the running import ends, or cancel it.',
  IMPORT_CANCELLED: 'Open the archive again to go on where the import stopped.',
  IMPORT_FAILED: 'Open the archive again; if it fails again, report the details.',
  INDEX_UNUSABLE: 'Open the archive again; the index is made anew from the pages.',
  SEARCH_SUPERSEDED: 'Nothing to do: a newer search took its place.',
  EVENT_NOT_FOUND: 'Check the event id: the path of the page in the archive, without .md.',
  NOTEBOOK_LOCKED: 'Close the other Annals that has this notebook open, then try again.',
  NOTEBOOK_NEWER: 'Open it with a newer Annals; nothing was changed.',
  NOTEBOOK_DAMAGED: 'The file was left as it is; restore it from a backup, then open again.',
  NOTEBOOK_READ_ONLY: 'Solve what made the notebook read-only, then try again.',
  NOTEBOOK_NOT_SAVED:
    'Your change is kept in memory; free space or restore access, then save again.',
  NOTEBOOK_UNREADABLE: 'Give your user access to the notebook folder, or choose another one.',
  ANNOTATION_NOT_FOUND: 'Reload; the annotation may have been deleted.',
  QUOTE_NOT_UNIQUE: 'Give whole words as they stand in the event, as many as no other place has.',
  ANNOTATION_EMPTY: 'Write a note or add a tag.',
  COLLECTION_NOT_FOUND: 'Check the name or id with “collection list”.',
  COLLECTION_AMBIGUOUS: 'Use the collection’s id: several collections have this name.',
  COLLECTION_NAME_INVALID: 'Give the collection a name.',
  ENTRY_NOT_FOUND: 'The event is not in this collection.',
  SAVED_SEARCH_NOT_FOUND: 'Check the name or id with “searches”.',
  SAVED_SEARCH_AMBIGUOUS: 'Use the saved search’s id: several have this name.',
  SAVED_SEARCH_NAME_INVALID: 'Give the saved search a name.',
  TAG_NAME_INVALID: 'Give the tag a name.',
  CLAIM_NOT_FOUND: 'Check the name or id with “claim list”.',
  CLAIM_AMBIGUOUS: 'Use the claim’s id: several claims have this name.',
  CLAIM_NAME_INVALID: 'Say what is claimed.',
  EVIDENCE_NOT_FOUND: 'The annotation is no evidence of this claim.',
  BACKUPS_LEFT:
    'Keep that folder: what it holds is not in the list of backups, and can be opened with any editor.',
  BACKUP_NOT_FOUND: 'Look at the list of backups again; older ones make room for newer ones.',
  EXCHANGE_UNREADABLE:
    'Choose a file of W3C Web Annotations or of Hypothesis (JSON), or the folder of a notebook.',
  NOTEBOOK_NOT_FOUND: 'Open the archive where it is now; its notebook is found by its name.',
  EXPORT_EXISTS: 'Choose another place, or say that it may be replaced.',
  EXPORT_TARGET_INVALID: 'Choose a folder you may write to, outside the archive.',
  EXPORT_FAILED: 'Free space or choose another place; nothing was replaced.',
  LINK_NOT_ALLOWED: 'Only http, https and mailto addresses are opened outside.',
  ARGUMENT_INVALID: 'Correct the argument and try again.',
  CALL_REFUSED: 'Only the app’s own window may make this call.',
} as const

export type ErrorCode = keyof typeof ERROR_FIXES

/** What crosses a process boundary in place of an error. Structured-cloneable. */
export interface EncodedError {
  code: ErrorCode | null
  message: string
  details: Record<string, unknown> | null
}

/** A failure a researcher can understand and act on. Anything else that is thrown is a bug. */
export class AnnalsError extends Error {
  readonly code: ErrorCode
  /** Structured-cloneable facts, such as the path concerned. */
  readonly details: Record<string, unknown> | null

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'AnnalsError'
    this.code = code
    this.details = options.details ?? null
  }

  /** What the researcher can do about it. */
  get fix(): string {
    return ERROR_FIXES[this.code]
  }
}

/** @returns a plain copy of any thrown value that survives structured cloning with its code. */
export function encodeError(error: unknown): EncodedError {
  if (error instanceof AnnalsError) {
    return { code: error.code, message: error.message, details: error.details }
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: null, message, details: null }
}

/** The reverse of {@link encodeError}: an `AnnalsError` where there is a code, else a plain `Error`. */
export function decodeError(encoded: EncodedError): Error {
  if (encoded.code === null) return new Error(encoded.message)
  return new AnnalsError(
    encoded.code,
    encoded.message,
    encoded.details ? { details: encoded.details } : {},
  )
}
