import type { BackupComparison, BackupVersion, DocumentRestoration } from '#shared/backup.ts'
import { formatCount, formatRows } from './format-rows.ts'
import type { Paint } from './paint.ts'
import { cleanLine } from './terminal-text.ts'

/** A line for each version: when, what, how large, what to know of it, and its id below. */
export function formatBackups(versions: readonly BackupVersion[], paint: Paint): string {
  const rows = versions.map((version) => [
    formatTime(version.at),
    cleanLine(version.title),
    formatCount(version.bytes, 'byte'),
    formatRemark(version),
    paint('faint', version.id),
  ])
  const total = paint('faint', formatCount(versions.length, 'backup'))
  return rows.length === 0 ? total : `${formatRows(rows)}\n${total}`
}

/** What each record of a backup is beside the notebook. */
export function formatComparison(comparison: BackupComparison, paint: Paint): string {
  const { version, records, addedSince } = comparison
  const rows = records.map(({ difference, title, id }) => [
    difference,
    cleanLine(title),
    paint('faint', id),
  ])
  return [
    `${cleanLine(version.title)}, ${formatTime(version.at)}`,
    formatRows(rows),
    paint('faint', `${formatCount(addedSince, 'record')} came since`),
  ].join('\n')
}

/** Where a document's contents came from, and where the damaged file is. */
export function formatRestoration({ path, damaged, from, backupAt }: DocumentRestoration): string {
  const sources = {
    memory: 'written again',
    backup: `restored from the backup of ${formatTime(backupAt ?? '')}`,
    nothing: 'begins anew, since there was no backup',
  }
  const lines = [`${path}: ${sources[from]}`]
  if (damaged !== null) lines.push(`The damaged file is kept: ${damaged}`)
  return lines.join('\n')
}

function formatTime(at: string): string {
  return at.slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')
}

function formatRemark({ isReadable, isBeforeMigration }: BackupVersion): string {
  if (!isReadable) return 'cannot be read'
  return isBeforeMigration ? 'before a new format' : ''
}
