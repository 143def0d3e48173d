import type { Command } from 'commander'
import { readEventId } from '../event-id.ts'
import { formatAnnotation } from '../format-annotation.ts'
import { formatEventRow } from '../format-event.ts'
import { formatCount } from '../format-rows.ts'
import type { Perform } from '../run-cli.ts'

const EXAMPLES = `
Examples:
  annals annotations ~/archive
  annals annotations ~/archive news/2008/06/6/some-headline
  annals annotations ~/archive --json | jq -r '.[] | select(.tags | index("todo")) | .event.id'`

/** `annals annotations <folder> [event-id]` */
export function addAnnotationsCommand(program: Command, perform: Perform): void {
  program
    .command('annotations')
    .description('list your annotations, newest first')
    .argument('<folder>', 'the archive')
    .argument('[event-id]', 'only those on this event')
    .addHelpText('after', EXAMPLES)
    .action((folder: string, typedId: string | undefined) =>
      perform(folder, ({ workspace }) => {
        const id = typedId === undefined ? null : readEventId(typedId, workspace.archive.path)
        const annotations = workspace.notebook.listAnnotations(id)
        return Promise.resolve({
          value: annotations,
          text: (paint) =>
            [
              ...annotations.map(
                (annotation) =>
                  `${formatEventRow(annotation.event, paint)}\n${formatAnnotation(annotation, paint)}\n`,
              ),
              paint('faint', formatCount(annotations.length, 'annotation')),
            ].join('\n'),
        })
      }),
    )
}
