import type { Command } from 'commander'
import type { EventDetail, Relation, Revision, Source } from '#shared/event.ts'
import type { Annotation } from '#shared/notebook.ts'
import { readEventId } from '../event-id.ts'
import { formatAnnotation } from '../format-annotation.ts'
import { formatDate } from '../format-event.ts'
import { formatRows } from '../format-rows.ts'
import type { Paint } from '../paint.ts'
import type { Perform } from '../run-cli.ts'
import { cleanLine, cleanParagraphs } from '../terminal-text.ts'

const EXAMPLES = `
An event id is the path of its page in the archive, without .md.

Examples:
  annals show ~/archive news/2008/06/6/some-headline
  annals show ~/archive news/2008/06/6/some-headline --json | jq -r '.sources[].url'`

/** `annals show <folder> <event-id>` */
export function addShowCommand(program: Command, perform: Perform): void {
  program
    .command('show')
    .description('print an event with its sources, relations and your annotations')
    .argument('<folder>', 'the archive')
    .argument('<event-id>', 'path of the page in the archive')
    .addHelpText('after', EXAMPLES)
    .action((folder: string, typedId: string) =>
      perform(folder, async ({ workspace, ensureImported }) => {
        await ensureImported()
        const event = await workspace.query.readEvent(readEventId(typedId, workspace.archive.path))
        const annotations = workspace.notebook.listAnnotations(event.id)
        return {
          value: { ...event, annotations },
          text: (paint) => formatEvent(event, annotations, paint),
        }
      }),
    )
}

function formatEvent(event: EventDetail, annotations: Annotation[], paint: Paint): string {
  const when = [event.date ?? 'Undated', ...(event.topic === null ? [] : [cleanLine(event.topic)])]
  const section = (title: string, lines: string[]) =>
    lines.length === 0 ? [] : [`${paint('heading', title)}\n${lines.join('\n')}`]
  return [
    `${paint('heading', cleanLine(event.title))}\n${when.join(' · ')}\n${paint('faint', event.id)}`,
    ...(event.summary === '' ? [] : [cleanParagraphs(event.summary)]),
    ...section('Sources', formatSources(event.sources)),
    ...section('Related', formatRelations(event.relations, paint)),
    ...section('Referred to by', formatRelations(event.backlinks, paint)),
    ...section('Earlier wordings', formatRevisions(event.revisions, paint)),
    ...section(
      'Entities',
      event.entities.length > 0 ? [event.entities.map(cleanLine).join(', ')] : [],
    ),
    ...section(
      'Tags of the page',
      event.pageTags.length > 0 ? [event.pageTags.map(cleanLine).join(', ')] : [],
    ),
    ...section(
      'Annotations',
      annotations.map((annotation) => formatAnnotation(annotation, paint)),
    ),
  ].join('\n\n')
}

function formatSources(sources: Source[]): string[] {
  const rows = sources.map(({ name, url }) => [cleanLine(name), cleanLine(url ?? '(no address)')])
  return rows.length === 0 ? [] : [formatRows(rows)]
}

function formatRelations(relations: Relation[], paint: Paint): string[] {
  return relations.map(({ id, title, date, entities, resolved }) => {
    const names = entities.length === 0 ? '' : ` (${entities.map(cleanLine).join(', ')})`
    return formatLinked(formatDate(date), title, names, { id, resolved }, paint)
  })
}

function formatRevisions(revisions: Revision[], paint: Paint): string[] {
  return revisions.map(({ id, title, time, label, resolved }) => {
    const suffix = label === null ? '' : ` (${cleanLine(label)})`
    return formatLinked(
      formatDate(time?.slice(0, 10) ?? null),
      title,
      suffix,
      { id, resolved },
      paint,
    )
  })
}

function formatLinked(
  date: string,
  title: string,
  suffix: string,
  target: { id: string; resolved: boolean },
  paint: Paint,
): string {
  const id = cleanLine(target.id) + (target.resolved ? '' : ' – not in the archive')
  return `${date}  ${cleanLine(title)}${suffix}\n${' '.repeat(12)}${paint('faint', id)}`
}
