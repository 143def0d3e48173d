import type { ChangeCounts, EventChange } from '#shared/changes.ts'
import { formatEventRow } from './format-event.ts'
import type { Paint } from './paint.ts'
import { cleanLine } from './terminal-text.ts'

/** `3 added, 8 changed, 1 removed, 0 moved` */
export function formatChangeCounts({ added, changed, removed, moved }: ChangeCounts): string {
  const count = (value: number) => value.toLocaleString('en')
  return `${count(added)} added, ${count(changed)} changed, ${count(removed)} removed, ${count(moved)} moved`
}

/** A change in two lines or more: what it is, and how headline and place were before. */
export function formatChange(change: EventChange, paint: Paint): string {
  const { kind, formerId, before, after, isAnnotated } = change
  const label = paint(kind === 'removed' ? 'bad' : 'faint', isAnnotated ? `${kind}, yours` : kind)
  const lines = [`${label}  ${formatEventRow(change, paint)}`]
  if (formerId !== null) lines.push(`    was at ${cleanLine(formerId)}`)
  if (before && after && before.title !== after.title) {
    lines.push(`    was headed “${cleanLine(before.title)}”`)
  }
  return lines.join('\n')
}
