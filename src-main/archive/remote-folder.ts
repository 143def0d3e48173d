import { readFile, stat } from 'node:fs/promises'

/** File systems whose files others change without this machine's system taking notice. */
const REMOTE_TYPES =
  /^(?:nfs4?|cifs|smb3|smbfs|9p|afs|ceph|coda|lustre|beegfs|davfs|vboxsf|virtiofs|fuse\.(?:sshfs|rclone|s3fs|gvfsd-fuse|glusterfs|curlftpfs|vmhgfs-fuse))$/u

/**
 * Whether a folder lies on a file system whose changes by others are not told. Only Linux says
 * what a folder lies on.
 */
export async function isRemoteFolder(path: string): Promise<boolean> {
  if (process.platform !== 'linux') return path.startsWith('\\\\')
  const [{ dev }, mounts] = await Promise.all([
    stat(path),
    readFile('/proc/self/mountinfo', 'utf8').catch(() => ''),
  ])
  return REMOTE_TYPES.test(findFileSystem(mounts, dev) ?? '')
}

/**
 * The type of a mounted file system: `ext4`, `nfs4`, `fuse.sshfs`.
 *
 * @param mounts - As in `/proc/self/mountinfo`.
 * @param device - As `stat` gives it.
 * @returns `null` where it is not listed, as with parts of btrfs.
 */
export function findFileSystem(mounts: string, device: number): string | null {
  const major = Math.floor(device / 2 ** 8) & 0xfff
  const minor = (device & 0xff) | ((device >>> 12) & 0xfff00)
  const mount = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .find(([, , id]) => id === `${major}:${minor}`)
  return mount?.[mount.indexOf('-') + 1] ?? null
}
