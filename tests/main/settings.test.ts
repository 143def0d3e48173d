import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Settings } from '../../src-main/settings.ts'

describe('Settings', () => {
  let folder: string
  let file: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'annals-settings-'))
    file = join(folder, 'config', 'settings.json')
  })

  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  it('starts with the system’s theme and nothing remembered', async () => {
    const settings = await Settings.load(file)
    expect(settings.theme).toBe('system')
    expect(settings.recent).toEqual([])
    expect(settings.bounds).toBeNull()
  })

  it('remembers what was set', async () => {
    const settings = await Settings.load(file)
    await settings.setTheme('dark')
    await settings.setPaneSize('library', 0.25)
    await settings.setBounds({ x: 1, y: 2, width: 900, height: 600, maximized: true })
    const again = await Settings.load(file)
    expect(again.theme).toBe('dark')
    expect(again.layout).toEqual({ library: 0.25 })
    expect(again.bounds).toEqual({ x: 1, y: 2, width: 900, height: 600, maximized: true })
  })

  it('keeps the newest archive first, each once, and its number of events', async () => {
    const settings = await Settings.load(file)
    const at = (day: number) => new Date(Date.UTC(2026, 0, day))
    await settings.rememberArchive({ path: '/a', name: 'a' }, at(1))
    await settings.setEventCount('/a', 42)
    await settings.rememberArchive({ path: '/b', name: 'b' }, at(2))
    await settings.rememberArchive({ path: '/a', name: 'a' }, at(3))
    expect(settings.recent.map(({ path, events }) => [path, events])).toEqual([
      ['/a', 42],
      ['/b', null],
    ])
    await settings.forgetArchive('/a')
    expect(settings.recent.map(({ path }) => path)).toEqual(['/b'])
  })

  it.each(['', '{', 'null', '[]', '{"theme":"pink","layout":3,"recent":[{}]}'])(
    'starts anew from a file that holds %j',
    async (text) => {
      await Settings.load(file)
      writeFileSync(file, text)
      const settings = await Settings.load(file)
      expect(settings.theme).toBe('system')
      expect(settings.recent).toEqual([])
      await settings.setTheme('light')
      expect((await Settings.load(file)).theme).toBe('light')
    },
  )

  it('goes on with what was set where it cannot be written', async () => {
    const settings = await Settings.load(file)
    rmSync(join(folder, 'config'), { recursive: true })
    await settings.setTheme('dark')
    expect(settings.theme).toBe('dark')
  })
})
