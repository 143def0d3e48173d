import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's top folder. */
export const PROJECT_FOLDER = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Where what set-up fetched is kept, shared by all clones. */
export const CACHE_FOLDER = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'annals-setup',
)

/** @returns the path of a file of the project. */
export function projectPath(...segments) {
  return join(PROJECT_FOLDER, ...segments)
}
