import { type Command, Option } from 'commander'
import { resolve } from 'node:path'
import {
  type Annotation,
  HIGHLIGHT_COLOURS,
  type HighlightColour,
  REVIEW_STATES,
  type ReviewState,
} from '#shared/notebook.ts'
import { formatField } from '#shared/search-query/format-field.ts'
import { isTagWithin } from '#shared/tag-path.ts'
import { collectValues } from '../collect-values.ts'
import { readEventId } from '../event-id.ts'
import { formatAnnotation } from '../format-annotation.ts'
import { formatEventRow } from '../format-event.ts'
import { formatExchange } from '../format-exchange.ts'
import { formatCount } from '../format-rows.ts'
import type { Perform } from '../run-cli.ts'
import type { Session } from '../session.ts'

const EXAMPLES = `
Examples:
  annals annotations ~/archive
  annals annotations ~/archive news/2008/06/6/some-headline
  annals annotations ~/archive 'fuel is:open -has:tag'
  annals annotations ~/archive --orphans
  annals annotations ~/archive --tag diplomacy --colour green --state disputed
  annals annotations export ~/archive --out annotations.jsonld
  annals annotations import ~/archive hypothesis.json
  annals annotations ~/archive --json | jq -r '.[] | select(.tags | index("todo")) | .event.id'`

interface AnnotationsOptions {
  tag: string[]
  colour?: HighlightColour
  state?: ReviewState
  orphans?: true
}

/** `annals annotations <folder> [query]`, and `export` and `import` below it. */
export function addAnnotationsCommand(program: Command, perform: Perform): void {
  const group = program
    .command('annotations')
    .description('list your annotations, newest first')
    .argument('<folder>', 'the archive')
    .argument('[query]', 'only those on this event, by its id, or those that a query finds')
    .option('--tag <tag>', 'only those with this tag or one below it', collectValues, [])
    .addOption(new Option('--colour <colour>', 'only these highlights').choices(HIGHLIGHT_COLOURS))
    .addOption(new Option('--state <state>', 'only those in this state').choices(REVIEW_STATES))
    .option('--orphans', 'only marks whose words are gone from the archive')
    .addHelpText('after', EXAMPLES)
    .action((folder: string, typed: string | undefined, options: AnnotationsOptions) =>
      perform(folder, async (session) => {
        const all = await findAnnotations(session, typed ?? '', options.orphans ?? false)
        const annotations = all.filter((annotation) => matches(annotation, options))
        return {
          value: annotations,
          text: (paint) =>
            [
              ...annotations.map(
                (annotation) =>
                  `${formatEventRow(annotation.event, paint)}\n${formatAnnotation(annotation, paint)}\n`,
              ),
              paint('faint', formatCount(annotations.length, 'annotation')),
            ].join('\n'),
        }
      }),
    )
  group
    .command('export <folder>')
    .description('write all annotations as one document')
    .addOption(
      new Option('--format <format>').choices(['web-annotation']).default('web-annotation'),
    )
    .requiredOption('--out <path>', 'the file to write')
    .option('--replace', 'replace the file where there is one')
    .action((folder: string, { out, replace = false }: { out: string; replace?: boolean }) =>
      perform(folder, async ({ workspace, ensureImported }) => {
        await ensureImported()
        const { files, entries } = await workspace.exchange.write(resolve(out), replace)
        const count = formatCount(entries, 'annotation')
        return {
          value: { files, entries },
          text: (paint) => [...files, paint('good', `${count} exported`)].join('\n'),
        }
      }),
    )

  group
    .command('import <folder> <file>')
    .description('take in annotations: W3C Web Annotations (JSON-LD), or an export of Hypothesis')
    .action((folder: string, file: string) =>
      perform(folder, async ({ workspace, ensureImported }) => {
        await ensureImported()
        const result = await workspace.exchange.read(resolve(file))
        return { value: result, text: (paint) => formatExchange(result, paint) }
      }),
    )
}

/** Newest first. @param typed - The id of an event, or a query; empty means all. */
async function findAnnotations(
  { workspace, ensureImported }: Session,
  typed: string,
  isOrphans: boolean,
): Promise<Annotation[]> {
  const { archive, notebook, query } = workspace
  const id = readEventId(typed, archive.path)
  const onEvent = typed === '' ? [] : notebook.listAnnotations(id)
  const isEvent = onEvent.length > 0 || (typed !== '' && (await query.copyEvents([id])).length > 0)
  if (!isOrphans && (isEvent || typed === ''))
    return isEvent ? onEvent : notebook.listAnnotations(null)
  await ensureImported()
  const ids = await query.searchAnnotationIds({
    query: isEvent ? formatField('id', id, { isExact: true }) : typed,
    status: isOrphans ? 'orphan' : null,
    ...{ sort: 'created', offset: 0, limit: 1 },
  })
  return ids.map((one) => notebook.getAnnotation(one))
}

function matches(annotation: Annotation, { tag, colour, state }: AnnotationsOptions): boolean {
  return (
    tag.every((wanted) => annotation.tags.some((one) => isTagWithin(one, wanted))) &&
    (colour === undefined || annotation.colour === colour) &&
    (state === undefined || annotation.state === state)
  )
}
