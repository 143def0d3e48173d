import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findFileSystem, isRemoteFolder } from '../../../src-main/archive/remote-folder.ts'
import { makeFolder } from './temporary-archive.ts'

const MOUNTS = `22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
31 22 0:27 / /mnt/desk\\040drive rw shared:8 master:2 - nfs4 host:/export rw,vers=4.2
32 22 0:300 / /home/reader/remote rw,nosuid - fuse.sshfs reader@host: rw,user_id=1000
33 22 8:17 / /media/stick rw - fuseblk /dev/sdb1 rw
`

/** A device number as `stat` gives it. */
function makeDevice(major: number, minor: number): number {
  return (minor & 0xff) | (major << 8) | ((minor & ~0xff) << 12)
}

describe('isRemoteFolder', () => {
  it('takes a folder of this machine for what it is', async () => {
    expect(await isRemoteFolder(makeFolder())).toBe(false)
  })

  it('fails where there is no folder', async () => {
    await expect(isRemoteFolder(`${makeFolder()}/gone`)).rejects.toThrow('ENOENT')
  })
})

describe('findFileSystem', () => {
  it.each([
    ['ext4', 259, 2],
    ['nfs4', 0, 27],
    ['fuse.sshfs', 0, 300],
    ['fuseblk', 8, 17],
    [null, 8, 18],
  ])('finds %s by its device', (type, major, minor) => {
    expect(findFileSystem(MOUNTS, makeDevice(major, minor))).toBe(type)
  })

  it.skipIf(process.platform !== 'linux')('knows what /proc lies on', async () => {
    const { readFile } = await import('node:fs/promises')
    const mounts = await readFile('/proc/self/mountinfo', 'utf8')
    expect(findFileSystem(mounts, statSync('/proc').dev)).toBe('proc')
  })
})
