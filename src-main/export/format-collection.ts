import type { Source } from '#shared/event.ts'
import type { Collection } from '#shared/notebook.ts'
import { escapeLine } from './escape-text.ts'
import { formatFrontMatter, listAddresses } from './front-matter.ts'
import { type ExportEntry, type ExportInput, latest } from './gather-entries.ts'
import type { OwnMarkdown } from './own-markdown/own-markdown.ts'

/** Front matter of the document that stands for the whole collection. */
export function collectionFrontMatter(
  collection: Collection,
  entries: ExportEntry[],
  sources: Source[],
): string {
  return formatFrontMatter({
    title: collection.name,
    date: collection.created.slice(0, 10),
    tags: [...new Set(entries.flatMap(({ tags }) => tags))],
    created: collection.created,
    updated: latest([collection.modified, ...entries.map(({ updated }) => updated)]),
    sources: listAddresses(sources),
    id: collection.id,
  })
}

/** Title, introduction, and what the collection holds. */
export function collectionHead(
  { collection, archiveName }: ExportInput,
  entries: ExportEntry[],
  own: OwnMarkdown,
): string[] {
  const count = entries.length === 1 ? '1 event' : `${entries.length} events`
  const period = formatPeriod(entries)
  return [
    `# ${escapeLine(collection.name) || '(no name)'}`,
    own.format(collection.introduction, 1),
    `${count} from the archive “${escapeLine(archiveName)}”${period === '' ? '' : `, ${period}`}.`,
  ]
}

/** From the first date to the last; empty where no event has one. */
function formatPeriod(entries: ExportEntry[]): string {
  const dates = entries.flatMap(({ date }) => date ?? []).sort()
  const [first = '', last = ''] = [dates[0], dates.at(-1)]
  return first === last ? first : `${first} to ${last}`
}
