import { AnnalsError } from '#shared/errors.ts'

/**
 * The refusal to bring in a file or folder.
 *
 * @param reason - What is wrong with it, and where: "it is not JSON: … at position 12".
 */
export function exchangeUnreadable(path: string, reason: string, cause?: unknown): AnnalsError {
  const message = `This cannot be brought in: ${path} (${reason})`
  return new AnnalsError('EXCHANGE_UNREADABLE', message, { details: { path, reason }, cause })
}
