import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What a start of the app was asked for. */
export interface StartOptions {
  /** Absolute path of the archive to open, or `null`. */
  archive: string | null
  /** Absolute path of the folder that everything is kept below, or `null`. */
  home: string | null
  /** Absolute path of the notebook, or `null`. */
  notebook: string | null
}

/**
 * @param args - The command line after the app's own path. Chromium's switches among them are left
 *   to Chromium.
 * @param workingFolder - What relative paths start from.
 */
export function parseStartOptions(args: string[], workingFolder: string): StartOptions {
  const { values, positionals } = parseArgs({
    args,
    options: { home: { type: 'string' }, notebook: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  const absolute = (value: string | boolean | undefined) =>
    typeof value === 'string' ? resolve(workingFolder, value) : null
  return {
    archive: absolute(positionals[0]),
    home: absolute(values['home']),
    notebook: absolute(values['notebook']),
  }
}
