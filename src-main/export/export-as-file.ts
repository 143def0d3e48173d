import type { ExportDocument } from '#shared/export.ts'
import { collectionFrontMatter, collectionHead } from './format-collection.ts'
import { formatEntry, linkEntries, ownTexts } from './format-entry.ts'
import { createFootnotes } from './footnotes.ts'
import type { ExportEntry, ExportInput } from './gather-entries.ts'
import { joinBlocks } from './join-blocks.ts'
import { createOwnMarkdown } from './own-markdown/own-markdown.ts'
import { safeFileName } from './safe-file-name.ts'

/** The whole collection as one document; related events are links within it. */
export function exportAsFile(input: ExportInput, entries: ExportEntry[]): ExportDocument {
  const { collection, archiveName } = input
  const own = createOwnMarkdown([collection.introduction, ...entries.flatMap(ownTexts)])
  const footnotes = createFootnotes((number) => own.usesLabel(`^${number}`))
  const linkTo = linkEntries(entries, (place) => `#${anchorName(place)}`)
  // Ids that programs make of headings differ between them; these hold wherever HTML does.
  const targets = new Set(entries.flatMap(({ related }) => related.map(({ id }) => id)))
  const sections = entries.flatMap((entry, place) => [
    ...(targets.has(entry.id) ? [`<a id="${anchorName(place)}"></a>`] : []),
    ...formatEntry(entry, { archiveName, level: 2, own, footnotes, linkTo }),
  ])
  return {
    path: `${safeFileName(collection.name, 'collection')}.md`,
    text: joinBlocks([
      collectionFrontMatter(
        collection,
        entries,
        entries.flatMap(({ sources }) => sources),
      ),
      ...collectionHead(input, entries, own),
      ...sections,
      footnotes.format(),
    ]),
  }
}

function anchorName(place: number): string {
  return `event-${place + 1}`
}
