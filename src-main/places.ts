import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** Absolute paths of all that Annals keeps on a machine, beside the archives. */
export interface Places {
  /** Indexes: a cache, deletable at any time. */
  indexFolder: string
  /** Settings and the list of recent archives. */
  settingsFile: string
  /** Where new notebooks are made, one folder per archive. */
  notebooksFolder: string
  backupsFolder: string
  /** What Chromium keeps for the window. */
  windowDataFolder: string
}

/**
 * Where things are. The app and the command line share them.
 *
 * @param options.home - Puts everything below this folder; `null` takes the system's usual places.
 */
export function resolvePlaces(options: { home: string | null }): Places {
  if (options.home !== null) return placesBelow(resolve(options.home))
  const { config, cache, data } = systemFolders()
  return {
    indexFolder: join(cache, 'indexes'),
    settingsFile: join(config, 'settings.json'),
    notebooksFolder: join(documentsFolder(), 'Annals'),
    backupsFolder: join(data, 'backups'),
    windowDataFolder: join(config, 'window'),
  }
}

function placesBelow(home: string): Places {
  return {
    indexFolder: join(home, 'indexes'),
    settingsFile: join(home, 'settings.json'),
    notebooksFolder: join(home, 'notebooks'),
    backupsFolder: join(home, 'backups'),
    windowDataFolder: join(home, 'window'),
  }
}

function systemFolders(): { config: string; cache: string; data: string } {
  const home = homedir()
  const { env } = process
  if (process.platform === 'darwin') {
    const support = join(home, 'Library', 'Application Support', 'Annals')
    return { config: support, cache: join(home, 'Library', 'Caches', 'Annals'), data: support }
  }
  if (process.platform === 'win32') {
    const roaming = join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Annals')
    const local = join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Annals')
    return { config: roaming, cache: join(local, 'Cache'), data: local }
  }
  return {
    config: join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'Annals'),
    cache: join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'Annals'),
    data: join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'Annals'),
  }
}

/** On Linux the folder's name follows the language ("Dokumente") and stands in user-dirs.dirs. */
function documentsFolder(): string {
  const home = homedir()
  const fallback = join(home, 'Documents')
  if (process.platform !== 'linux') return fallback
  const config = process.env['XDG_CONFIG_HOME'] || join(home, '.config')
  try {
    const lines = readFileSync(join(config, 'user-dirs.dirs'), 'utf8')
    const path = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(lines)?.[1]?.replace('$HOME', home)
    return path !== undefined && resolve(path) !== home ? resolve(path) : fallback
  } catch {
    return fallback
  }
}
