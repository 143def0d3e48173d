import type { Command } from 'commander'
import { copyEvent } from '../copy-event.ts'
import { formatAnnotation } from '../format-annotation.ts'
import { formatEventRow } from '../format-event.ts'
import type { Perform } from '../run-cli.ts'

const EXAMPLES = `
Examples:
  annals annotate ~/archive news/2008/06/6/some-headline --note "Check the date"
  annals annotate ~/archive news/2008/06/6/some-headline --tag todo --tag diplomacy`

interface AnnotateOptions {
  note: string
  tag: string[]
}

/** `annals annotate <folder> <event-id> --note TEXT` */
export function addAnnotateCommand(program: Command, perform: Perform): void {
  program
    .command('annotate')
    .description('write a note on an event, with tags')
    .argument('<folder>', 'the archive')
    .argument('<event-id>', 'path of the page in the archive')
    .option('--note <text>', 'the note, in Markdown', '')
    .option('--tag <tag>', 'a tag; may be given several times', collect, [])
    .addHelpText('after', EXAMPLES)
    .action((folder: string, typedId: string, { note, tag: tags }: AnnotateOptions) =>
      perform(folder, async ({ workspace, ensureImported }) => {
        await ensureImported()
        const event = await copyEvent(workspace, typedId)
        const annotation = await workspace.notebook.createAnnotation({ event, note, tags })
        return {
          value: annotation,
          text: (paint) =>
            `${formatEventRow(event, paint)}\n${formatAnnotation(annotation, paint)}`,
        }
      }),
    )
}

function collect(tag: string, tags: string[]): string[] {
  return [...tags, tag]
}
