import type { EventId } from '#shared/event.ts'
import type { Annotation } from '#shared/notebook.ts'
import { escapeLine, escapeParagraphs, quoteMarkdown, quoteParagraphs } from './escape-text.ts'
import type { Footnotes } from './footnotes.ts'
import { formatLink } from './format-link.ts'
import { formatSource } from './format-source.ts'
import type { ExportEntry } from './gather-entries.ts'
import type { OwnMarkdown } from './own-markdown/own-markdown.ts'

/** A link to the event of that id, which is in the collection. */
export type LinkTo = (id: EventId) => string

/** What an entry shares with the document it stands in. */
export interface EntrySurroundings {
  archiveName: string
  /** Level of the entry's heading, 1–5. */
  level: number
  own: OwnMarkdown
  footnotes: Footnotes
  linkTo: LinkTo
}

/** @param addressOf - Address of the entry at a place in `entries`. */
export function linkEntries(entries: ExportEntry[], addressOf: (place: number) => string): LinkTo {
  const links = new Map(
    entries.map(({ id, title }, place) => [id, formatLink(title, addressOf(place))]),
  )
  return (id) => {
    const link = links.get(id)
    if (link === undefined) throw new Error(`Not in the collection: ${id}`)
    return link
  }
}

/** The researcher's own texts in an entry, as written. */
export function ownTexts(entry: ExportEntry): string[] {
  return [entry.remark, ...entry.annotations.map(({ note }) => note)]
}

/** One event as blocks of Markdown: what the archive says first, then what the researcher wrote. */
export function formatEntry(entry: ExportEntry, around: EntrySurroundings): string[] {
  const { own, level } = around
  const marks = entry.sources.map((source) => around.footnotes.cite(formatSource(source))).join('')
  const text = escapeParagraphs(entry.text)
  const when = [entry.date ?? 'Undated', ...(entry.topic ? [escapeLine(entry.topic)] : [])]
  return [
    `${'#'.repeat(level)} ${escapeLine(entry.title)}`,
    when.join(' · ') + (text === '' ? marks : ''),
    ...(entry.isCopy ? [missingNotice(around.archiveName)] : []),
    ...(text === '' ? [] : [text + marks]),
    ...(entry.remark.trim() === '' ? [] : ['**Remark**', own.format(entry.remark, level)]),
    ...entry.annotations.flatMap((annotation) => formatAnnotation(annotation, around)),
    ...(entry.tags.length === 0 ? [] : [`Tags: ${entry.tags.map(escapeLine).join(', ')}`]),
    ...(entry.related.length === 0
      ? []
      : ['**Related in this collection**', formatRelated(entry.related, around)]),
  ]
}

function missingNotice(archiveName: string): string {
  return `*This event is not in the archive “${escapeLine(archiveName)}”; its text is the notebook’s copy.*`
}

/** A bare set of tags has no block of its own: tags stand together below. */
function formatAnnotation(annotation: Annotation, around: EntrySurroundings): string[] {
  const { note, selector, modified } = annotation
  const blocks = [
    ...(selector ? [quoteParagraphs(selector.exact)] : []),
    ...(note.trim() === '' ? [] : [quoteMarkdown(around.own.format(note, around.level))]),
  ]
  return blocks.length === 0 ? [] : [`**Note** · ${modified.slice(0, 10)}`, ...blocks]
}

function formatRelated(related: ExportEntry['related'], around: EntrySurroundings): string {
  return related
    .map(({ id, entities }) => {
      const names = entities.map(escapeLine).join(', ')
      return `- ${around.linkTo(id)}${names === '' ? '' : ` – ${names}`}`
    })
    .join('\n')
}
