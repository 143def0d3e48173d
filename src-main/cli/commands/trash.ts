import type { Command } from 'commander'
import { AnnalsError } from '#shared/errors.ts'
import type { TrashItem } from '#shared/trash.ts'
import { formatTrash } from '../format-trash.ts'
import type { Perform } from '../run-cli.ts'
import type { Session } from '../session.ts'

const EXAMPLES = `
<id> is the id of what is in the trash, or its first four or more characters.

Examples:
  annals trash list ~/archive
  annals trash restore ~/archive 7fd68c54
  annals trash empty ~/archive               delete all of it for good
  annals trash empty ~/archive 7fd68c54      delete this for good`

const SHORTEST_ID_PREFIX = 4

/** `annals trash <what> <folder> …`; each answers with the items concerned. */
export function addTrashCommand(program: Command, perform: Perform): void {
  const group = program
    .command('trash')
    .description('list, restore or delete for good what was deleted')
    .addHelpText('after', EXAMPLES)

  function performOn(
    folder: string,
    act: (session: Session, items: TrashItem[]) => Promise<TrashItem[]>,
  ): Promise<void> {
    return perform(folder, async (session) => {
      const items = await act(session, session.workspace.notebook.listTrash())
      return { value: items, text: (paint) => formatTrash(items, paint) }
    })
  }

  group
    .command('list <folder>')
    .description('list what is in the trash, newest first')
    .action((folder: string) => performOn(folder, (_session, items) => Promise.resolve(items)))

  group
    .command('restore <folder> <id...>')
    .description('take something out of the trash')
    .action((folder: string, ids: string[]) =>
      performOn(folder, async ({ workspace }, items) => {
        const chosen = pick(items, ids)
        await workspace.notebook.restoreFromTrash(chosen)
        return chosen
      }),
    )

  group
    .command('empty <folder> [id...]')
    .description('delete all that is in the trash, or some of it, for good')
    .action((folder: string, ids: string[]) =>
      performOn(folder, async ({ workspace }, items) => {
        const chosen = ids.length === 0 ? items : pick(items, ids)
        await workspace.notebook.deleteForGood(chosen)
        return chosen
      }),
    )
}

function pick(items: readonly TrashItem[], ids: readonly string[]): TrashItem[] {
  return ids.map((typed) => {
    const isMeant = ({ id }: TrashItem) =>
      id === typed || (typed.length >= SHORTEST_ID_PREFIX && id.startsWith(typed.toLowerCase()))
    const [found, ...others] = items.filter(isMeant)
    if (found && others.length === 0) return found
    const what = found ? 'Several items in the trash are meant by' : 'Nothing in the trash is'
    throw new AnnalsError('ARGUMENT_INVALID', `${what} “${typed}”.`)
  })
}
