import { styleText } from 'node:util'

const BEAT_MS = 1000

function seconds(sinceMs) {
  return `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`
}

/**
 * Run one step and say on stderr how it goes, so that stdout stays free for answers.
 *
 * @param name - What the step sees to.
 * @param run - Gets `say(text)` for progress; returns a closing line, or nothing where there is
 *   nothing to say, because all was in place.
 */
export async function step(name, run) {
  const startedMs = Date.now()
  let latest = ''
  const say = (text) => {
    latest = text
    process.stderr.write(`  ${styleText('dim', '·')} ${name}: ${text}\n`)
  }
  const beat = setInterval(() => {
    if (process.stderr.isTTY && latest)
      process.stderr.write(`    ${latest} (${seconds(startedMs)})\r`)
  }, BEAT_MS)
  try {
    const outcome = await run(say)
    if (outcome) process.stderr.write(`  ${styleText('green', '✓')} ${name}: ${outcome}\n`)
  } catch (error) {
    process.stderr.write(`  ${styleText('red', '✗')} ${name}: ${error.message}\n`)
    throw error
  } finally {
    clearInterval(beat)
  }
}

/** A failure that is explained by its message alone, without a stack. */
export class SetupError extends Error {}

/** Run a script's main function; a SetupError has been told already, anything else is a bug. */
export async function main(run) {
  try {
    process.exitCode = (await run()) ?? 0
  } catch (error) {
    if (!(error instanceof SetupError)) console.error(error)
    process.exitCode = 1
  }
}
