import type { Command } from 'commander'
import type { ImportReport } from '#shared/import.ts'
import { formatChangeCounts } from '../format-change.ts'
import { formatCount, formatRows } from '../format-rows.ts'
import type { Paint } from '../paint.ts'
import { formatDuration } from '../progress-line.ts'
import type { Perform } from '../run-cli.ts'
import { cleanLine } from '../terminal-text.ts'

const EXAMPLES = `
Only pages that changed since the last import are read. Ctrl-C stops an import; what it has
read stays, and the next import goes on from there.

Examples:
  annals import ~/archive
  annals import ~/archive --json | jq '.problems[].path'`

/** How many problems a person is shown; `--json` has them all. */
const SHOWN_PROBLEMS = 20

/** `annals import <folder>` */
export function addImportCommand(program: Command, perform: Perform): void {
  program
    .command('import')
    .description('read an archive, or what changed in it, into its index')
    .argument('<folder>', 'the archive')
    .option('--accept-loss', 'most pages are gone on purpose: take their events out of the index')
    .addHelpText('after', EXAMPLES)
    .action((folder: string, { acceptLoss = false }: { acceptLoss?: boolean }) =>
      perform(folder, async ({ importArchive }) => {
        const report = await importArchive({ acceptLoss })
        return { value: report, text: (paint) => formatReport(report, paint) }
      }),
    )
}

function formatReport(report: ImportReport, paint: Paint): string {
  const { events, days, added, changed, removed, unchanged, changes, problems } = report
  const count = (value: number) => value.toLocaleString('en')
  const head = `${formatCount(events, 'event')} on ${formatCount(days, 'day')}`
  const rows = [
    ['pages', count(report.files)],
    ['sources', count(report.sources)],
    ['relations', `${count(report.relations)}, ${count(report.relationsResolved)} resolved`],
    ['entities', count(report.entities)],
    ['revisions', count(report.revisions)],
    [
      'this import',
      `${count(added)} added, ${count(changed)} changed, ${count(removed)} removed, ${count(unchanged)} unchanged`,
    ],
    ['events', formatChangeCounts(changes)],
    ['took', formatDuration(report.durationMs)],
  ]
  return [paint('heading', head), formatRows(rows), ...formatProblems(problems, paint)].join('\n')
}

function formatProblems(problems: ImportReport['problems'], paint: Paint): string[] {
  if (problems.length === 0) return []
  const shown = problems
    .slice(0, SHOWN_PROBLEMS)
    .map(({ path, code, message }) => `${cleanLine(path)}: ${cleanLine(message)} [${code}]`)
  const more = problems.length - shown.length
  return [
    paint('bad', formatCount(problems.length, 'problem')),
    ...shown,
    ...(more > 0 ? [paint('faint', `… and ${formatCount(more, 'other')} (--json lists all)`)] : []),
  ]
}
