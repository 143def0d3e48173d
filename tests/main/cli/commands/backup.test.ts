import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BackupVersion } from '#shared/backup.ts'
import type { Annotation } from '#shared/notebook.ts'
import { type Desk, createDesk } from '../run-annals.ts'

const id = '1931-05-04-strike'

// Each command is a process of its own.
describe('annals backup', { timeout: 120_000 }, () => {
  let desk: Desk
  let notebook: string

  beforeEach(async () => {
    desk = await createDesk({ [`${id}.md`]: '# Dockers strike\n\nWork stops at noon.\n' })
    notebook = join(desk.folder, 'home', 'notebooks', 'archive')
    await desk.annals('annotate', desk.archive, id, '--note', 'first')
    await desk.annals('annotate', desk.archive, id, '--note', 'second')
  }, 60_000)

  afterEach(() => desk.remove())

  const notes = async (...options: string[]) =>
    ((await desk.json('annotations', desk.archive, ...options)) as Annotation[]).map(
      ({ note }) => note,
    )

  it('lists, shows, restores and repairs', async () => {
    const [version] = (await desk.json('backup', 'list', desk.archive)) as BackupVersion[]
    expect(version).toMatchObject({ title: 'Notes on May 1931', isReadable: true })
    const shown = await desk.annals('backup', 'show', desk.archive, version!.id)
    expect(shown.stdout).toMatch(/^Notes on May 1931, .*\nsame {2}Dockers strike .*\n1 record came/)
    expect(await desk.json('backup', 'restore', desk.archive, version!.id)).toEqual({ restored: 0 })

    const document = join(notebook, 'annotations', '1931-05.json')
    await writeFile(document, '{ cut')
    expect(await notes()).toEqual([])
    const repaired = await desk.annals('backup', 'repair', desk.archive, document)
    expect(repaired.stdout).toMatch(/restored from the backup of .*\nThe damaged file is kept: /)
    expect(await notes()).toEqual(['first'])
    const missing = await desk.annals('backup', 'show', desk.archive, 'nothing')
    expect(missing).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('BACKUP_NOT_FOUND') as string,
    })
  })

  it('reads a notebook that is named without its archive, and copies it elsewhere', async () => {
    await rename(desk.archive, `${desk.archive}-away`)
    const without = await desk.annals('annotations', desk.archive)
    expect(without.stderr).toContain('ARCHIVE_NOT_FOUND')
    expect(await notes('--notebook', notebook)).toEqual(['second', 'first'])
    const named = ['--notebook', notebook]
    const copy = await desk.annals('backup', 'elsewhere', desk.archive, desk.folder, ...named)
    expect(copy.stdout).toBe(`${join(desk.folder, 'archive')}\n`)
    expect(copy.stderr).toContain('the archive is not there')
    const text = await readFile(join(desk.folder, 'archive', 'annotations', '1931-05.json'), 'utf8')
    expect(text).toContain('second')
  })
})
