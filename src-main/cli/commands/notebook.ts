import type { Command } from 'commander'
import { resolve } from 'node:path'
import { formatExchange } from '../format-exchange.ts'
import type { Perform } from '../run-cli.ts'

const EXAMPLES = `
The other notebook is only read. Doing it again changes nothing.

Examples:
  annals notebook merge ~/archive ~/from-ada/notebook`

/** `annals notebook merge <folder> <other>` */
export function addNotebookCommand(program: Command, perform: Perform): void {
  program
    .command('notebook')
    .description('join notebooks')
    .command('merge <folder> <other>')
    .description('take in what the notebook in the folder <other> holds')
    .addHelpText('after', EXAMPLES)
    .action((folder: string, other: string) =>
      perform(folder, async ({ workspace }) => {
        const result = await workspace.exchange.merge(resolve(other))
        return { value: result, text: (paint) => formatExchange(result, paint) }
      }),
    )
}
