import { conflictedDocument } from './conflict-copy.ts'
import { ANNOTATIONS_FOLDER, IDENTITY_NAME, TAGS_NAME } from './layout.ts'

const PERIOD = /^(\d{4})(?:-(\d{2}))?$/

/**
 * What a document holds, for a person: “Notes on June 2008”, “Collection six party talks”.
 *
 * @param document - Path in the notebook, POSIX separators.
 * @param recordName - Name of the one record it holds; `null` where it holds several or it is not
 *   known, and then the words of the file's name stand for it.
 */
export function titleDocument(document: string, recordName: string | null): string {
  if (recordName !== null) return recordName
  if (document === IDENTITY_NAME) return 'Which archive this notebook belongs to'
  if (document === TAGS_NAME) return 'Colours of tags'
  const path = conflictedDocument(document) ?? document
  const [folder = '', name = ''] = path.replace(/\.json$/, '').split('/')
  if (folder === ANNOTATIONS_FOLDER) return `Notes on ${describePeriod(name)}`
  return (name || folder).replace(/-[0-9a-f]{8}$/, '').replaceAll('-', ' ')
}

function describePeriod(name: string): string {
  const [, year, month] = PERIOD.exec(name) ?? []
  if (year === undefined) return 'undated events'
  if (month === undefined) return year
  const date = new Date(Date.UTC(2000, Number(month) - 1))
  return `${date.toLocaleString('en', { month: 'long', timeZone: 'UTC' })} ${year}`
}
