import { CommanderError } from 'commander'
import { AnnalsError, encodeError } from '#shared/errors.ts'
import type { Paint } from './paint.ts'
import { cleanParagraphs } from './terminal-text.ts'

/** Exit codes. */
export const EXIT = { done: 0, failed: 1, usage: 2, cancelled: 130 } as const

/** Tell what went wrong. @returns the exit code. */
export function reportError(error: unknown, options: { json: boolean; paint: Paint }): number {
  const known = error instanceof CommanderError ? usageError(error) : error
  const { code, message } = encodeError(known)
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ error: { code, message } }, null, 2)}\n`)
  } else {
    const label = options.paint('bad', code === null ? 'error' : `error [${code}]`)
    const fix = known instanceof AnnalsError ? `\n${known.fix}` : ''
    process.stderr.write(`${label}: ${cleanParagraphs(message)}${fix}\n`)
  }
  if (code === 'ARGUMENT_INVALID') return EXIT.usage
  return code === 'IMPORT_CANCELLED' ? EXIT.cancelled : EXIT.failed
}

function usageError({ message, code }: CommanderError): AnnalsError {
  // The help itself was printed where no command was given.
  const text = code === 'commander.help' ? 'Name a command.' : message.replace(/^error: /, '')
  return new AnnalsError('ARGUMENT_INVALID', text)
}
