import { isAbsolute, relative, sep } from 'node:path'
import type { EventId } from '#shared/event.ts'

/**
 * The event id meant by what was typed: also a path with `./` or `.md`, or an absolute path into the
 * archive as a shell completes it.
 */
export function readEventId(typed: string, archiveRoot: string): EventId {
  const path = isAbsolute(typed) ? relative(archiveRoot, typed) : typed
  return path
    .normalize('NFC')
    .replaceAll(sep, '/')
    .replace(/^(?:\.?\/)+/, '')
    .replace(/\.md$/i, '')
}
