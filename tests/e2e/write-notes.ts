import { execFile } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { SAMPLE_ARCHIVE } from './fixtures.ts'

const COMMAND_LINE = fileURLToPath(new URL('../../scripts/annals.mjs', import.meta.url))

/** A note as the command line takes it. */
export interface WrittenNote {
  /** Path of the event's page in the archive, without `.md`. */
  eventId: string
  note?: string
  tags?: string[]
  /** Words that stand once in the event. */
  quote?: string
  colour?: string
}

/** Run the command line on what the app keeps below `home`; the app must not have it open. */
export async function runCommandLine(home: string, args: readonly string[]): Promise<string> {
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, [COMMAND_LINE, '--home', home, ...args])
  return stdout
}

/** Write notes into the notebook of an archive, as another program would, before the app is started. */
export async function writeNotes(
  home: string,
  archive: string,
  notes: readonly WrittenNote[],
): Promise<void> {
  for (const { eventId, note, tags = [], quote, colour } of notes) {
    await runCommandLine(home, [
      'annotate',
      archive,
      eventId,
      ...(note === undefined ? [] : ['--note', note]),
      ...(quote === undefined ? [] : ['--quote', quote]),
      ...(colour === undefined ? [] : ['--colour', colour]),
      ...tags.flatMap((tag) => ['--tag', tag]),
    ])
  }
}

/** {@link writeNotes} for a copy of the sample archive that may be moved. @returns its path. */
export async function writeNotesOnCopy(
  home: string,
  folder: string,
  notes: readonly WrittenNote[],
): Promise<string> {
  const archive = join(folder, 'archive')
  await cp(SAMPLE_ARCHIVE, archive, { recursive: true })
  await writeNotes(home, archive, notes)
  return archive
}
