import { hash } from 'node:crypto'

const UUID_NAME = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/**
 * The id that the notebook gives to an annotation of another program: the same each time, so that
 * bringing it in again adds nothing.
 *
 * @param name - What the other program calls it; without a name, all that it says.
 * @returns a UUID: the one in `name` (urn:uuid:…), or one made of it (version 8).
 */
export function foreignId(name: string): string {
  const uuid = UUID_NAME.exec(name)?.[1]
  if (uuid !== undefined) return uuid.toLowerCase()
  const hex = hash('sha256', name)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
