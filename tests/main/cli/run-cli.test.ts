import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Desk, PAGES, createDesk, finish } from './run-annals.ts'

vi.setConfig({ testTimeout: 120_000 })

let desk: Desk

beforeAll(async () => {
  desk = await createDesk(PAGES)
})

afterAll(() => desk.remove())

describe('runCli', () => {
  it('prints help with examples, and the version', async () => {
    const help = await desk.annals('search', '--help')
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(help.stdout).toContain('Examples:')
    expect(help.stdout).toContain('--json')
    expect((await desk.annals('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('says how it is used, with exit code 2', async () => {
    for (const args of [
      ['serch'],
      ['search', 'a', 'b', '--limit', '0'],
      ['show', 'a'],
      ['--nope'],
    ]) {
      const { code, stdout, stderr } = await desk.annals(...args)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(/^error \[ARGUMENT_INVALID\]: /)
    }
  })

  it('says so as JSON under --json', async () => {
    for (const args of [['serch'], ['collection'], ['annotations', 'a', 'b', 'c']]) {
      const { code, stdout } = await desk.annals('--json', ...args)
      expect(code).toBe(2)
      expect(JSON.parse(stdout)).toEqual({
        error: { code: 'ARGUMENT_INVALID', message: expect.any(String) as string },
      })
    }
  })

  it('tells failures with what to do, with exit code 1', async () => {
    const missing = join(desk.folder, 'missing')
    const { code, stdout, stderr } = await desk.annals('search', missing, 'x')
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^error \[ARCHIVE_NOT_FOUND\]: .*missing\n.*Check the path/)
    expect(await desk.json('search', missing, 'x')).toMatchObject({
      error: { code: 'ARCHIVE_NOT_FOUND' },
    })
  })

  it('colours answers only where colours are wanted', async () => {
    const colours = async (args: string[], env: Record<string, string>) => {
      const { stdout } = await finish(desk.start(['search', desk.archive, 'wage', ...args], env))
      return stdout.includes('\u001B[')
    }
    expect(await colours([], {})).toBe(false)
    expect(await colours([], { FORCE_COLOR: '1' })).toBe(true)
    expect(await colours(['--no-color'], { FORCE_COLOR: '1' })).toBe(false)
    expect(await colours([], { NO_COLOR: '1' })).toBe(false)
  })

  it('ends quietly where nobody reads on', async () => {
    const child = desk.start(['search', desk.archive, '', '--json'])
    child.stdout?.destroy()
    const { code, stderr } = await finish(child)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('leaves the archive as it was', async () => {
    await desk.annals('import', desk.archive)
    const files = (await readdir(desk.archive, { recursive: true })).filter((path) =>
      path.includes('.'),
    )
    expect(files.toSorted()).toEqual(Object.keys(PAGES).toSorted())
  })

  it('keeps everything below --home', async () => {
    expect((await readdir(desk.folder)).toSorted()).toEqual(['archive', 'home'])
  })

  it.skipIf(process.platform === 'win32')(
    'stops an import on Ctrl-C and keeps what was read',
    async () => {
      const pages = Object.fromEntries(
        Array.from({ length: 6000 }, (_, index) => [
          `1931-05-04-event-${index}.md`,
          `# Event ${index}\n\n${'Work stopped at noon. '.repeat(40)}`,
        ]),
      )
      const large = await createDesk(pages)
      try {
        const child = large.start(['import', large.archive, '--json'])
        const indexes = join(large.folder, 'home', 'indexes')
        const hasBegun = async () =>
          existsSync(indexes) && (await readdir(indexes)).some((name) => name.endsWith('-wal'))
        while (!(await hasBegun())) await setTimeout(5)
        child.kill('SIGINT')
        const { code, stdout } = await finish(child)
        expect(code).toBe(130)
        expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'IMPORT_CANCELLED' } })
        expect(await large.json('import', large.archive)).toMatchObject({
          events: 6000,
          problems: [],
          cancelled: false,
        })
      } finally {
        await large.remove()
      }
    },
  )
})
