import { createHash } from 'node:crypto'

/**
 * An id for a second version of a record that has to be kept beside the first. Made from what the
 * record says, so that two machines that meet the same conflict make the same copy.
 *
 * @returns a UUID (version 8).
 */
export function copyId(record: object): string {
  const hex = createHash('sha256').update(JSON.stringify(record)).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
