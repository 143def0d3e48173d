import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backupFolderOf, indexPathOf, moveArchiveData } from '../../src-main/move-archive.ts'
import { resolvePlaces } from '../../src-main/places.ts'
import { canMount } from '../drives.ts'
import { mountSmall } from './notebook/faults/mount.ts'

const move = { from: 'aaaa', to: 'bbbb' }

function makeHome() {
  const home = mkdtempSync(join(tmpdir(), 'annals-move-'))
  onTestFinished(() => {
    rmSync(home, { recursive: true, force: true })
  })
  const places = resolvePlaces({ home })
  const notebook = join(home, 'notebook')
  const [from, to] = [move.from, move.to].map((one) => backupFolderOf(places, notebook, one))
  return { places, notebook, from: from!, to: to! }
}

function fill(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'backup.json'), text)
}

describe('moveArchiveData', () => {
  it('moves index and backups along', async () => {
    const { places, notebook, from, to } = makeHome()
    fill(from, 'earlier')
    mkdirSync(places.indexFolder, { recursive: true })
    writeFileSync(indexPathOf(places, move.from), 'index')
    expect(await moveArchiveData(places, notebook, move)).toBeNull()
    expect(existsSync(from)).toBe(false)
    expect(readFileSync(join(to, 'backup.json'), 'utf8')).toBe('earlier')
    expect(readFileSync(indexPathOf(places, move.to), 'utf8')).toBe('index')
  })

  it('says nothing where there is nothing to move, or no other place', async () => {
    const { places, notebook, from } = makeHome()
    expect(await moveArchiveData(places, notebook, move)).toBeNull()
    fill(from, 'earlier')
    const back = { from: move.from, to: move.from }
    expect(await moveArchiveData(places, notebook, back)).toBeNull()
  })

  it('leaves backups where others are in their place, and says where and why', async () => {
    const { places, notebook, from, to } = makeHome()
    fill(from, 'earlier')
    fill(to, 'others')
    expect(await moveArchiveData(places, notebook, move)).toEqual({
      path: from,
      reason: `there are others in ${to}`,
    })
    expect(readFileSync(join(from, 'backup.json'), 'utf8')).toBe('earlier')
    expect(readFileSync(join(to, 'backup.json'), 'utf8')).toBe('others')
  })

  it.runIf(canMount)('leaves backups that cannot be moved, and says where and why', async () => {
    const { places, notebook, from } = makeHome()
    mkdirSync(places.backupsFolder, { recursive: true })
    expect(mountSmall(from, '1m')).toBe(true)
    fill(from, 'earlier')
    expect(await moveArchiveData(places, notebook, move)).toMatchObject({
      path: from,
      reason: expect.stringMatching(/EBUSY|EXDEV/) as string,
    })
    expect(readFileSync(join(from, 'backup.json'), 'utf8')).toBe('earlier')
  })
})
