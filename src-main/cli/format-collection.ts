import type { Collection, CollectionSummary } from '#shared/notebook.ts'
import { formatEventRow } from './format-event.ts'
import { formatCount, formatRows } from './format-rows.ts'
import type { Paint } from './paint.ts'
import { cleanLine, cleanParagraphs } from './terminal-text.ts'

/** A collection with its entries and remarks. */
export function formatCollection(collection: Collection, paint: Paint): string {
  const { introduction, entries } = collection
  return [
    formatCollectionHead(collection, paint),
    ...(introduction === '' ? [] : [cleanParagraphs(introduction)]),
    ...(entries.length === 0 ? [] : [entries.map((entry) => formatEntry(entry, paint)).join('\n')]),
  ].join('\n\n')
}

/** Name, size and id of a collection. */
export function formatCollectionHead({ name, id, entries }: Collection, paint: Paint): string {
  const count = formatCount(entries.length, 'event')
  return `${paint('heading', cleanLine(name))}  ${count}\n${paint('faint', id)}`
}

/** All collections, a line each. */
export function formatCollections(collections: CollectionSummary[], paint: Paint): string {
  if (collections.length === 0) return paint('faint', 'No collections')
  return formatRows(
    collections.map(({ name, entryCount, modified, id }) => [
      paint('heading', cleanLine(name)),
      formatCount(entryCount, 'event'),
      modified.slice(0, 10),
      paint('faint', id),
    ]),
  )
}

function formatEntry({ event, remark }: Collection['entries'][number], paint: Paint): string {
  const indent = ' '.repeat(12)
  const lines = remark === '' ? [] : cleanParagraphs(remark).split('\n')
  return [formatEventRow(event, paint), ...lines.map((line) => indent + line)].join('\n')
}
