/** @returns the system's code of an error ("ENOSPC"), or `null` where it has none. */
export function errorCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : null
}

const MEANINGS: Record<string, string> = {
  ENOSPC: 'there is no space left',
  EDQUOT: 'there is no space left',
  EACCES: 'your user has no access there',
  EPERM: 'your user has no access there',
  EROFS: 'the drive is read-only',
  EIO: 'the drive reported a fault',
  ENOENT: 'the folder is not there',
  ENOTDIR: 'the folder is not there',
  EBUSY: 'another program keeps the file busy',
}

/** @returns what a failure of the file system means, for a person. */
export function describeFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return MEANINGS[errorCode(error) ?? ''] ?? message
}
