import { AnnalsError } from '#shared/errors.ts'
import { common } from '../locales/en/common.ts'

/** A failure in words for a person. */
export interface DescribedError {
  /** What happened. */
  message: string
  /** What was kept, or `null` where nothing was at stake. */
  kept: string | null
  /** What to do. */
  fix: string
  /** `null` for a fault in Annals itself. */
  code: string | null
  /** What to send with a report of a fault, else `null`. */
  details: string | null
}

/** Put any thrown value in words; a bug keeps its stack in `details`, never in the message. */
export function describeError(error: unknown): DescribedError {
  if (error instanceof AnnalsError) {
    return {
      message: error.message,
      kept: keptWith(error.code),
      fix: error.fix,
      code: error.code,
      details: null,
    }
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    message: common.error.bug,
    kept: common.error.keptNotebook,
    fix: common.error.bugFix,
    code: null,
    details,
  }
}

function keptWith(code: string): string | null {
  const area = code.split('_')[0] ?? ''
  return area in common.error.kept
    ? common.error.kept[area as keyof typeof common.error.kept]
    : null
}
