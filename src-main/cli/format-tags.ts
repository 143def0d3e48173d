import type { TagCount } from '#shared/notebook.ts'
import { formatRows } from './format-rows.ts'
import type { Paint } from './paint.ts'
import { cleanLine } from './terminal-text.ts'

/** Tags with how many annotations carry them, and their colours. */
export function formatTags(tags: readonly TagCount[], paint: Paint): string {
  if (tags.length === 0) return 'No tags'
  const rows = tags.map(({ tag, count, colour }) => [
    `#${cleanLine(tag)}`,
    count.toLocaleString('en'),
    colour === null ? '' : paint('faint', colour),
  ])
  return formatRows(rows)
}
