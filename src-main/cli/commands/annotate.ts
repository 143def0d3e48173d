import { type Command, Option } from 'commander'
import { HIGHLIGHT_COLOURS, type HighlightColour } from '#shared/notebook.ts'
import { anchorQuote } from '../anchor-quote.ts'
import { collectValues } from '../collect-values.ts'
import { copyEvent } from '../copy-event.ts'
import { formatAnnotation } from '../format-annotation.ts'
import { formatEventRow } from '../format-event.ts'
import type { Perform } from '../run-cli.ts'

const EXAMPLES = `
Examples:
  annals annotate ~/archive news/2008/06/6/some-headline --note "Check the date"
  annals annotate ~/archive news/2008/06/6/some-headline --tag todo --tag diplomacy
  annals annotate ~/archive news/2008/06/6/some-headline --quote "fuel aid" --colour green`

interface AnnotateOptions {
  note: string
  tag: string[]
  quote?: string
  colour: HighlightColour
}

/** `annals annotate <folder> <event-id> --note TEXT` */
export function addAnnotateCommand(program: Command, perform: Perform): void {
  program
    .command('annotate')
    .description('write a note on an event or highlight words in it, with tags')
    .argument('<folder>', 'the archive')
    .argument('<event-id>', 'path of the page in the archive')
    .option('--note <text>', 'the note, in Markdown', '')
    .option('--tag <tag>', 'a tag; may be given several times', collectValues, [])
    .option('--quote <words>', 'the words it is about; they stand once in the event')
    .addOption(
      new Option('--colour <colour>', 'of the words').choices(HIGHLIGHT_COLOURS).default('yellow'),
    )
    .addHelpText('after', EXAMPLES)
    .action((folder: string, typedId: string, options: AnnotateOptions) =>
      perform(folder, async ({ workspace, ensureImported }) => {
        await ensureImported()
        const event = await copyEvent(workspace, typedId)
        const { note, tag: tags, quote, colour } = options
        const selector =
          quote === undefined ? null : anchorQuote(await workspace.query.readEvent(event.id), quote)
        const made = { event, note, tags, selector, colour }
        const annotation = await workspace.notebook.createAnnotation(made)
        return {
          value: annotation,
          text: (paint) =>
            `${formatEventRow(event, paint)}\n${formatAnnotation(annotation, paint)}`,
        }
      }),
    )
}
