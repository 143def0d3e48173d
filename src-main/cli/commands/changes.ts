import { type Command, Option } from 'commander'
import type { ChangeKind, ChangePage } from '#shared/changes.ts'
import { formatChange, formatChangeCounts } from '../format-change.ts'
import type { Paint } from '../paint.ts'
import type { Perform } from '../run-cli.ts'

const EXAMPLES = `
Events you annotated or collected come first.

Examples:
  annals changes ~/archive
  annals changes ~/archive --annotated --kind removed`

const LIMIT = 500

interface ChangesOptions {
  kind?: ChangeKind
  annotated?: true
}

/** `annals changes <folder>` */
export function addChangesCommand(program: Command, perform: Perform): void {
  program
    .command('changes')
    .description('list what the last import that changed anything did to the events')
    .argument('<folder>', 'the archive')
    .addOption(
      new Option('--kind <kind>', 'only these').choices(['added', 'changed', 'removed', 'moved']),
    )
    .option('--annotated', 'only events you annotated or collected')
    .addHelpText('after', EXAMPLES)
    .action((folder: string, { kind, annotated }: ChangesOptions) =>
      perform(folder, async ({ workspace, ensureImported }) => {
        await ensureImported()
        const request = { kind: kind ?? null, onlyAnnotated: annotated ?? false, limit: LIMIT }
        const page = await workspace.query.listChanges({ ...request, offset: 0 })
        const changes = [...page.changes]
        while (changes.length < page.total) {
          const next = await workspace.query.listChanges({ ...request, offset: changes.length })
          if (next.changes.length === 0) break
          changes.push(...next.changes)
        }
        const whole = { ...page, changes }
        return { value: whole, text: (paint) => formatPage(whole, paint) }
      }),
    )
}

function formatPage({ at, counts, annotated, changes }: ChangePage, paint: Paint): string {
  if (at === null) return paint('faint', 'Nothing has changed since the first import.')
  const yours = `${annotated.toLocaleString('en')} of them yours`
  const last = `${at}: ${formatChangeCounts(counts)}; ${yours}`
  return [...changes.map((change) => formatChange(change, paint)), paint('faint', last)].join('\n')
}
