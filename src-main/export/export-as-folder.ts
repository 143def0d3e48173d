import type { ExportDocument } from '#shared/export.ts'
import { collectionFrontMatter, collectionHead } from './format-collection.ts'
import { type LinkTo, formatEntry, linkEntries, ownTexts } from './format-entry.ts'
import { createFootnotes } from './footnotes.ts'
import { formatLink, pathAddress } from './format-link.ts'
import { formatFrontMatter, listAddresses } from './front-matter.ts'
import type { ExportEntry, ExportInput } from './gather-entries.ts'
import { joinBlocks } from './join-blocks.ts'
import { createOwnMarkdown } from './own-markdown/own-markdown.ts'
import { uniqueFileNames } from './safe-file-name.ts'

const INDEX = 'index'

/** The collection as an index and one document per event; related events are links between them. */
export function exportAsFolder(input: ExportInput, entries: ExportEntry[]): ExportDocument[] {
  const names = uniqueFileNames(
    entries.map(({ date, title }) => `${date ?? ''} ${title}`),
    [INDEX],
  )
  const paths = names.map((name) => `${name}.md`)
  const addressOf = (place: number) => pathAddress(paths[place] ?? '')
  const linkTo = linkEntries(entries, addressOf)
  const documents = entries.map((entry, place) => ({
    path: paths[place] ?? '',
    text: formatDocument(input, entry, linkTo),
  }))
  return [{ path: `${INDEX}.md`, text: formatIndex(input, entries, addressOf) }, ...documents]
}

function formatIndex(
  input: ExportInput,
  entries: ExportEntry[],
  addressOf: (place: number) => string,
): string {
  const { collection } = input
  const list = entries.map(({ date, title }, place) => {
    const link = formatLink(title, addressOf(place))
    return `${place + 1}. ${link}${date === null ? '' : ` – ${date}`}`
  })
  return joinBlocks([
    collectionFrontMatter(collection, entries, []),
    ...collectionHead(input, entries, createOwnMarkdown([collection.introduction])),
    list.join('\n'),
  ])
}

function formatDocument(input: ExportInput, entry: ExportEntry, linkTo: LinkTo): string {
  const { collection, archiveName } = input
  const own = createOwnMarkdown(ownTexts(entry))
  const footnotes = createFootnotes((number) => own.usesLabel(`^${number}`))
  return joinBlocks([
    formatFrontMatter({
      title: entry.title,
      date: entry.date,
      tags: entry.tags,
      created: entry.added,
      updated: entry.updated,
      sources: listAddresses(entry.sources),
      id: entry.id,
    }),
    ...formatEntry(entry, { archiveName, level: 1, own, footnotes, linkTo }),
    `Collection: ${formatLink(collection.name, `${INDEX}.md`)}`,
    footnotes.format(),
  ])
}
