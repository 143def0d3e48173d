import { AnnalsError } from '#shared/errors.ts'
import { watchArchive } from '../../../src-main/archive/watch-archive.ts'

// Watches a folder and says what becomes of that: `watched`, or codes of errors. It ends by itself
// where nothing but the watch keeps it alive; with a second argument it stays until the watch ends.
const [root = '', stays] = process.argv.slice(2)
const alive = setInterval(() => undefined, 1000)

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

try {
  await watchArchive({
    root,
    onChange: () => undefined,
    onFailure: ({ code }) => {
      say(code)
      clearInterval(alive)
    },
  })
  say('watched')
  if (stays === undefined) clearInterval(alive)
} catch (error) {
  say(error instanceof AnnalsError ? error.code : String(error))
  clearInterval(alive)
}
