import { AnnalsError, type ErrorCode } from '#shared/errors.ts'

const EXPORT_CODES: Record<string, ErrorCode> = {
  EEXIST: 'EXPORT_EXISTS',
  ENOTEMPTY: 'EXPORT_EXISTS',
  ENOENT: 'EXPORT_TARGET_INVALID',
  ENOTDIR: 'EXPORT_TARGET_INVALID',
  EISDIR: 'EXPORT_TARGET_INVALID',
  EACCES: 'EXPORT_TARGET_INVALID',
  EPERM: 'EXPORT_TARGET_INVALID',
  EROFS: 'EXPORT_TARGET_INVALID',
  ELOOP: 'EXPORT_TARGET_INVALID',
  ENAMETOOLONG: 'EXPORT_TARGET_INVALID',
}

/**
 * An error of the operating system as one a researcher can act on; anything else as it is.
 *
 * @param path - What was to be written.
 */
export function describeDiskError(error: unknown, path: string): unknown {
  if (error instanceof AnnalsError || !(error instanceof Error)) return error
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) return error
  return new AnnalsError(
    EXPORT_CODES[code] ?? 'EXPORT_FAILED',
    `${path} could not be written: ${error.message}`,
    { details: { path, reason: code }, cause: error },
  )
}
