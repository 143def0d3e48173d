import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { resolvePlaces } from '../../src-main/places.ts'

describe.runIf(process.platform === 'linux')('resolvePlaces', () => {
  let home: string

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'annals-places-'))
    vi.stubEnv('HOME', home)
    for (const name of ['XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME']) vi.stubEnv(name, '')
  })

  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(home, { recursive: true })
  })

  it('puts everything below a home that is named', () => {
    const places = resolvePlaces({ home: '/somewhere' })
    for (const place of Object.values(places)) expect(place).toMatch(/^\/somewhere\//)
  })

  it('takes the usual places of the system otherwise', () => {
    expect(resolvePlaces({ home: null })).toMatchObject({
      indexFolder: join(home, '.cache/Annals/indexes'),
      settingsFile: join(home, '.config/Annals/settings.json'),
      notebooksFolder: join(home, 'Documents/Annals'),
      backupsFolder: join(home, '.local/share/Annals/backups'),
    })
  })

  it('finds the documents folder under its name in the user’s language', () => {
    mkdirSync(join(home, '.config'))
    const line = 'XDG_DOCUMENTS_DIR="$HOME/Dokumente"\n'
    writeFileSync(join(home, '.config/user-dirs.dirs'), line)
    expect(resolvePlaces({ home: null }).notebooksFolder).toBe(join(home, 'Dokumente/Annals'))
  })

  it('does not scatter notebooks over a home that is its own documents folder', () => {
    mkdirSync(join(home, '.config'))
    writeFileSync(join(home, '.config/user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/"\n')
    expect(resolvePlaces({ home: null }).notebooksFolder).toBe(join(home, 'Documents/Annals'))
  })
})
