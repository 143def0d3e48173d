import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  TEMPORARY_NAME,
  readBytes,
  syncFolder,
  writeDurably,
} from '../../../src-main/notebook/durable-file.ts'
import { makePlace } from './make-notebook.ts'

const bytes = (text: string) => Buffer.from(text)

describe('readBytes', () => {
  it('tells what is not there from what cannot be read', async () => {
    const { base } = makePlace()
    writeFileSync(join(base, 'file'), 'a')
    expect(await readBytes(join(base, 'file'))).toEqual(bytes('a'))
    expect(await readBytes(join(base, 'nothing'))).toBeNull()
    await expect(readBytes(base)).rejects.toMatchObject({ code: 'EINVAL' })
    await expect(readBytes(join(base, 'file', 'x'))).rejects.toMatchObject({ code: 'ENOTDIR' })
  })

  it.runIf(process.platform !== 'win32')('does not wait for the other end of a pipe', async () => {
    const { base } = makePlace()
    expect(spawnSync('mkfifo', [join(base, 'pipe')]).status).toBe(0)
    await expect(readBytes(join(base, 'pipe'))).rejects.toMatchObject({ code: 'EINVAL' })
  })
})

describe('writeDurably', () => {
  it('makes a file for its owner only, and nothing beside it', async () => {
    const { base } = makePlace()
    const path = join(base, 'new')
    await writeDurably(path, bytes('a'))
    expect(readFileSync(path, 'utf8')).toBe('a')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(base).sort()).toEqual(['archive', 'new'])
  })

  it('keeps the mode of a file and follows a link', async () => {
    const { base } = makePlace()
    const [target, link] = [join(base, 'target'), join(base, 'link')]
    writeFileSync(target, 'a')
    chmodSync(target, 0o664)
    symlinkSync(target, link)
    await writeDurably(link, bytes('b'))
    expect(readFileSync(target, 'utf8')).toBe('b')
    expect(statSync(target).mode & 0o777).toBe(0o664)
  })

  it('has the new bytes beside the old file before it replaces it', async () => {
    const { base } = makePlace()
    const path = join(base, 'file')
    writeFileSync(path, 'old')
    await writeDurably(path, bytes('new'), () => {
      const [temporary] = readdirSync(base).filter((name) => TEMPORARY_NAME.test(name))
      expect(readFileSync(join(base, temporary!), 'utf8')).toBe('new')
      expect(readFileSync(path, 'utf8')).toBe('old')
      return Promise.resolve()
    })
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  it('leaves the old file and nothing else where it is stopped', async () => {
    const { base } = makePlace()
    const path = join(base, 'file')
    writeFileSync(path, 'old')
    const stopped = writeDurably(path, bytes('new'), () => Promise.reject(new Error('stop')))
    await expect(stopped).rejects.toThrow('stop')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(base).sort()).toEqual(['archive', 'file'])
  })

  it('does not replace a folder', async () => {
    const { base } = makePlace()
    mkdirSync(join(base, 'folder'))
    await expect(writeDurably(join(base, 'folder'), bytes('a'))).rejects.toThrow()
    expect(readdirSync(base).sort()).toEqual(['archive', 'folder'])
  })

  it('makes no folder', async () => {
    const { base } = makePlace()
    const path = join(base, 'nowhere', 'file')
    await expect(writeDurably(path, bytes('a'))).rejects.toMatchObject({ code: 'ENOENT' })
    expect(existsSync(join(base, 'nowhere'))).toBe(false)
  })
})

describe('syncFolder', () => {
  it.runIf(process.platform !== 'win32')('fails where there is no folder', async () => {
    const { base } = makePlace()
    await expect(syncFolder(base)).resolves.toBeUndefined()
    await expect(syncFolder(join(base, 'nowhere'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
