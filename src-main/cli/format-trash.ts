import type { RecordKind, TrashItem } from '#shared/trash.ts'
import { formatRows } from './format-rows.ts'
import type { Paint } from './paint.ts'
import { cleanLine } from './terminal-text.ts'

const KINDS: Record<RecordKind, string> = {
  annotation: 'annotation',
  collection: 'collection',
  savedSearch: 'saved search',
  claim: 'claim',
}

/** What is in the trash: when it was put there, its kind, title and id. */
export function formatTrash(items: readonly TrashItem[], paint: Paint): string {
  if (items.length === 0) return 'Nothing'
  const rows = items.map(({ deleted, kind, title, id }) => [
    deleted.slice(0, 10),
    KINDS[kind],
    cleanLine(title),
    paint('faint', id),
  ])
  return formatRows(rows)
}
