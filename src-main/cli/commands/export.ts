import { type Command, Option } from 'commander'
import { resolve } from 'node:path'
import { DEFAULT_EXPORT_OPTIONS, type ExportLayout, type ExportOrder } from '#shared/export.ts'
import { formatCount } from '../format-rows.ts'
import type { Perform } from '../run-cli.ts'

const EXAMPLES = `
Nothing is overwritten without --replace, and a folder only if it holds nothing but an earlier
export.

Examples:
  annals export ~/archive "Ceasefires" --format markdown --out ceasefires.md
  annals export ~/archive "Ceasefires" --layout folder --order date --out ~/vault/ceasefires --replace`

interface ExportCommandOptions {
  layout: ExportLayout
  order: ExportOrder
  out: string
  notes: boolean
  sources: boolean
  relations: boolean
  replace?: true
}

/** `annals export <folder> <collection> --out PATH` */
export function addExportCommand(program: Command, perform: Perform): void {
  program
    .command('export')
    .description('write a collection as documents')
    .argument('<folder>', 'the archive')
    .argument('<collection>', 'name or id')
    .addOption(new Option('--format <format>').choices(['markdown']).default('markdown'))
    .addOption(
      new Option('--layout <layout>', 'one file, or a folder with a file per event')
        .choices(['file', 'folder'])
        .default(DEFAULT_EXPORT_OPTIONS.layout),
    )
    .addOption(
      new Option('--order <order>', 'that of the collection, or by date')
        .choices(['collection', 'date'])
        .default(DEFAULT_EXPORT_OPTIONS.order),
    )
    .option('--no-notes', 'leave out notes and tags')
    .option('--no-sources', 'leave out sources')
    .option('--no-relations', 'leave out related events')
    .requiredOption('--out <path>', 'the file or folder to write')
    .option('--replace', 'replace what an earlier export wrote')
    .addHelpText('after', EXAMPLES)
    .action((folder: string, nameOrId: string, options: ExportCommandOptions) =>
      perform(folder, async ({ workspace, ensureImported }) => {
        const { id } = workspace.notebook.findCollection(nameOrId)
        await ensureImported()
        const result = await workspace.writeExport(
          id,
          {
            layout: options.layout,
            order: options.order,
            includeNotes: options.notes,
            includeSources: options.sources,
            includeRelations: options.relations,
          },
          resolve(options.out),
          options.replace ?? false,
        )
        const { files, entries } = result
        return {
          value: { files, entries },
          text: (paint) =>
            [...files, paint('good', `${formatCount(entries, 'event')} exported`)].join('\n'),
        }
      }),
    )
}
