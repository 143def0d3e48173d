import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AnnalsError } from '#shared/errors.ts'

/**
 * Make sure that only one import writes an index, also among several programs. The system lets go
 * of the lock when a program dies.
 *
 * @returns what lets go of it.
 * @throws IMPORT_RUNNING
 */
export function lockImport(indexPath: string): () => void {
  mkdirSync(dirname(indexPath), { recursive: true })
  const lock = new DatabaseSync(`${indexPath}.lock`)
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    const message = 'Another import of this archive is running.'
    throw new AnnalsError('IMPORT_RUNNING', message, { details: { indexPath }, cause })
  }
  return () => {
    lock.close()
  }
}
