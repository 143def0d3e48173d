import { isUtf8 } from 'node:buffer'
import { readdirSync } from 'node:fs'

/**
 * Names in a folder that are not valid UTF-8, as Node shows them (with U+FFFD). Such a name can
 * not be given back to the system.
 */
export function findUnreadableNames(folder: string): Set<string> {
  const names = readdirSync(folder, { encoding: 'buffer' })
  return new Set(names.filter((name) => !isUtf8(name)).map((name) => name.toString()))
}
