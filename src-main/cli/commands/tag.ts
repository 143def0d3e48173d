import type { Command } from 'commander'
import { AnnalsError } from '#shared/errors.ts'
import { HIGHLIGHT_COLOURS, type HighlightColour } from '#shared/notebook.ts'
import { formatCount } from '../format-rows.ts'
import { formatTags } from '../format-tags.ts'
import type { Perform } from '../run-cli.ts'
import type { Answer, Session } from '../session.ts'

const EXAMPLES = `
Examples:
  annals tag list ~/archive
  annals tag rename ~/archive talks diplomacy/talks
  annals tag colour ~/archive diplomacy green
  annals tag colour ~/archive diplomacy none`

/** `annals tag <what> <folder> …` */
export function addTagCommand(program: Command, perform: Perform): void {
  const group = program
    .command('tag')
    .description('list, rename and colour tags')
    .addHelpText('after', EXAMPLES)

  group
    .command('list <folder>')
    .description('list all tags, most used first')
    .action((folder: string) => perform(folder, (session) => Promise.resolve(listTags(session))))

  group
    .command('rename <folder> <tag> <name>')
    .description('rename a tag and those below it everywhere; a name in use takes them in')
    .action((folder: string, tag: string, name: string) =>
      perform(folder, async ({ workspace }) => {
        const changed = await workspace.notebook.changeTag(tag, { name })
        return {
          value: { changed },
          text: () => `${formatCount(changed, 'annotation')} changed`,
        }
      }),
    )

  group
    .command('colour <folder> <tag> <colour>')
    .description(`give a tag a colour: ${HIGHLIGHT_COLOURS.join(', ')} or none`)
    .action((folder: string, tag: string, colour: string) =>
      perform(folder, async (session) => {
        await session.workspace.notebook.changeTag(tag, { colour: readColour(colour) })
        return listTags(session)
      }),
    )
}

function listTags({ workspace }: Session): Answer {
  const tags = workspace.notebook.listTags()
  return { value: tags, text: (paint) => formatTags(tags, paint) }
}

function readColour(typed: string): HighlightColour | null {
  if (typed === 'none') return null
  const colour = HIGHLIGHT_COLOURS.find((one) => one === typed)
  if (colour) return colour
  const message = `There is no colour “${typed}”; there are ${HIGHLIGHT_COLOURS.join(', ')}.`
  throw new AnnalsError('ARGUMENT_INVALID', message)
}
