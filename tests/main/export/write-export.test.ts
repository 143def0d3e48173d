import { execFileSync } from 'node:child_process'
import {
  link,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportDocument, ExportLayout } from '#shared/export.ts'
import { exportMarkdown } from '../../../src-main/export/export-markdown.ts'
import { writeExport } from '../../../src-main/export/write-export.ts'
import { fullInput, options } from './export-fixture.ts'

const canMount = process.platform === 'linux' && process.getuid?.() === 0

let folder: string
let archiveRoot: string

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'annals-export-')))
  archiveRoot = join(folder, 'archive')
  await mkdir(join(archiveRoot, '1931'), { recursive: true })
  await writeFile(join(archiveRoot, '1931', 'page.md'), '# Page')
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

function documents(layout: ExportLayout): ExportDocument[] {
  return exportMarkdown(fullInput(), options({ layout }))
}

function write(path: string, layout: ExportLayout, replace = false) {
  return writeExport(documents(layout), { path, layout }, { replace, archiveRoot })
}

async function withoutArchive(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name !== 'archive').sort()
}

describe('writeExport', () => {
  it('writes a file', async () => {
    const path = join(folder, 'out.md')
    expect(await write(path, 'file')).toEqual({ files: [path] })
    expect(await readFile(path, 'utf8')).toBe(documents('file')[0]!.text)
    expect(await withoutArchive()).toEqual(['out.md'])
  })

  it('writes a folder', async () => {
    const path = join(folder, 'out')
    const { files } = await write(path, 'folder')
    expect(files).toEqual(documents('folder').map((document) => join(path, document.path)))
    for (const [place, file] of files.entries()) {
      expect(await readFile(file, 'utf8')).toBe(documents('folder')[place]!.text)
    }
    expect(await withoutArchive()).toEqual(['out'])
  })

  it('writes into an empty folder', async () => {
    await mkdir(join(folder, 'out'))
    expect((await write(join(folder, 'out'), 'folder')).files).toHaveLength(4)
  })

  it('does not overwrite a file without being told to', async () => {
    const path = join(folder, 'out.md')
    await writeFile(path, 'mine')
    await expect(write(path, 'file')).rejects.toMatchObject({ code: 'EXPORT_EXISTS' })
    expect(await readFile(path, 'utf8')).toBe('mine')
    await write(path, 'file', true)
    expect(await readFile(path, 'utf8')).toContain('# Harbour strikes')
    expect(await withoutArchive()).toEqual(['out.md'])
  })

  it('leaves another name of a replaced file as it was', async () => {
    await writeFile(join(folder, 'out.md'), 'mine')
    await link(join(folder, 'out.md'), join(folder, 'other.md'))
    await write(join(folder, 'out.md'), 'file', true)
    expect(await readFile(join(folder, 'other.md'), 'utf8')).toBe('mine')
  })

  it('replaces an earlier export, and only when told to', async () => {
    const path = join(folder, 'out')
    await write(path, 'folder')
    await expect(write(path, 'folder')).rejects.toMatchObject({ code: 'EXPORT_EXISTS' })
    const [index] = documents('folder')
    await writeExport([index!], { path, layout: 'folder' }, { replace: true, archiveRoot })
    expect(await readdir(path)).toEqual(['index.md'])
    expect(await withoutArchive()).toEqual(['out'])
  })

  it.each([
    ['a file of another kind', 'notes.txt', 'mine'],
    ['a document no export made', 'notes.md', '---\ntitle: Mine\n---\n\nannals-id: no\n'],
  ])('does not replace a folder that holds %s', async (_what, name, text) => {
    const path = join(folder, 'out')
    await write(path, 'folder')
    const before = await readdir(path)
    await writeFile(join(path, name), text)
    await expect(write(path, 'folder', true)).rejects.toMatchObject({
      code: 'EXPORT_TARGET_INVALID',
      message: expect.stringContaining(name) as string,
    })
    expect(await readdir(path)).toEqual([...before, name].sort())
    expect(await withoutArchive()).toEqual(['out'])
  })

  it('does not replace a folder by a file, nor a file by a folder', async () => {
    await mkdir(join(folder, 'a'))
    await writeFile(join(folder, 'b'), 'mine')
    for (const [name, layout] of [
      ['a', 'file'],
      ['b', 'folder'],
    ] as const) {
      await expect(write(join(folder, name), layout, true)).rejects.toMatchObject({
        code: 'EXPORT_TARGET_INVALID',
      })
    }
    expect(await readFile(join(folder, 'b'), 'utf8')).toBe('mine')
  })

  it('never writes into the archive, on whatever way', async () => {
    await symlink(join(archiveRoot, '1931'), join(folder, 'way'))
    const targets = [
      join(archiveRoot, 'out.md'),
      join(archiveRoot, '1931', 'out.md'),
      join(archiveRoot, '1931', 'page.md'),
      join(folder, 'way', 'out.md'),
      join(folder, 'x', '..', 'archive', 'out.md'),
      archiveRoot,
    ]
    for (const layout of ['file', 'folder'] as const) {
      for (const path of targets) {
        await expect(write(path, layout, true)).rejects.toMatchObject({
          code: 'EXPORT_TARGET_INVALID',
        })
      }
    }
    expect(await readdir(archiveRoot, { recursive: true })).toEqual(['1931', '1931/page.md'])
    expect(await readFile(join(archiveRoot, '1931', 'page.md'), 'utf8')).toBe('# Page')
  })

  it('never replaces an archive that is itself an export', async () => {
    await rm(archiveRoot, { recursive: true })
    await write(archiveRoot, 'folder')
    await expect(write(archiveRoot, 'folder', true)).rejects.toMatchObject({
      code: 'EXPORT_TARGET_INVALID',
    })
  })

  it('does not write through a link', async () => {
    await writeFile(join(folder, 'mine.md'), 'mine')
    await symlink(join(folder, 'mine.md'), join(folder, 'out.md'))
    await symlink(join(folder, 'nowhere'), join(folder, 'dangling.md'))
    for (const name of ['out.md', 'dangling.md']) {
      await expect(write(join(folder, name), 'file', true)).rejects.toMatchObject({
        code: 'EXPORT_TARGET_INVALID',
      })
    }
    expect(await readFile(join(folder, 'mine.md'), 'utf8')).toBe('mine')
  })

  it('does not follow a link in a folder it replaces', async () => {
    const path = join(folder, 'out')
    await write(path, 'folder')
    await symlink(join(path, 'index.md'), join(path, 'also.md'))
    await expect(write(path, 'folder', true)).rejects.toMatchObject({
      code: 'EXPORT_TARGET_INVALID',
    })
  })

  it('says where the folder around the target is missing', async () => {
    await expect(write(join(folder, 'no', 'out.md'), 'file')).rejects.toMatchObject({
      code: 'EXPORT_TARGET_INVALID',
      details: { reason: 'ENOENT' },
    })
  })

  it.skipIf(!canMount)('leaves everything as it was on a full disk', async () => {
    const disk = join(folder, 'disk')
    await mkdir(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk])
    try {
      await write(join(disk, 'out'), 'folder')
      await writeFile(join(disk, 'out.md'), 'mine')
      const large = documents('folder').map(({ path, text }) => ({
        path,
        text: text + 'x'.repeat(400_000),
      }))
      const before = (await readdir(disk, { recursive: true })).sort()
      const target = (name: string, layout: ExportLayout) => ({ path: join(disk, name), layout })
      const replacing = { replace: true, archiveRoot }
      const [first] = large
      const file = [{ path: first!.path, text: first!.text.repeat(4) }]

      for (const attempt of [
        () => writeExport(large, target('out', 'folder'), replacing),
        () => writeExport(large, target('new', 'folder'), replacing),
        () => writeExport(file, target('out.md', 'file'), replacing),
        () => writeExport(file, target('new.md', 'file'), replacing),
      ]) {
        await expect(attempt()).rejects.toMatchObject({
          code: 'EXPORT_FAILED',
          details: { reason: 'ENOSPC' },
        })
      }
      expect((await readdir(disk, { recursive: true })).sort()).toEqual(before)
      expect(await readFile(join(disk, 'out.md'), 'utf8')).toBe('mine')
      expect(await readFile(join(disk, 'out', 'index.md'), 'utf8')).toBe(
        documents('folder')[0]!.text,
      )
    } finally {
      execFileSync('umount', [disk])
    }
  })
})
