import { Command, CommanderError } from 'commander'
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { resolve } from 'node:path'
import { resolvePlaces } from '../places.ts'
import type { WorkerUrls } from '../workspace.ts'
import { addAnnotateCommand } from './commands/annotate.ts'
import { addAnnotationsCommand } from './commands/annotations.ts'
import { addBackupCommand } from './commands/backup.ts'
import { addChangesCommand } from './commands/changes.ts'
import { addClaimCommand } from './commands/claim.ts'
import { addCollectionCommand } from './commands/collection.ts'
import { addExportCommand } from './commands/export.ts'
import { addImportCommand } from './commands/import.ts'
import { addNotebookCommand } from './commands/notebook.ts'
import { addSavedSearchCommand } from './commands/saved-search.ts'
import { addSearchCommand } from './commands/search.ts'
import { addShowCommand } from './commands/show.ts'
import { addTagCommand } from './commands/tag.ts'
import { addTrashCommand } from './commands/trash.ts'
import { createPaint } from './paint.ts'
import { EXIT, reportError } from './report-error.ts'
import { type Answer, type Session, withSession } from './session.ts'

/** Open the archive in `folder`, do a command's task and print its answer. */
export type Perform = (folder: string, task: (session: Session) => Promise<Answer>) => Promise<void>

interface GlobalOptions {
  json?: true
  home?: string
  notebook?: string
  color: boolean
}

const EXAMPLES = `
Examples:
  annals import ~/archive
  annals search ~/archive '"ceasefire" after:2008' --limit 20
  annals show ~/archive news/2008/06/6/some-headline
  annals export ~/archive "Ceasefires" --format markdown --out ceasefires.md

“annals <command> --help” tells more. <folder> is the archive: it is only ever read.`

/**
 * Run one command. Answers go to stdout; progress and errors to stderr, but for errors under
 * `--json`, which are answers too.
 *
 * @param args - What follows the program's name.
 * @returns the exit code.
 */
export async function runCli(args: string[], workers: WorkerUrls): Promise<number> {
  ignoreClosedPipe(process.stdout)
  ignoreClosedPipe(process.stderr)
  const program = createProgram(workers)
  try {
    await program.parseAsync(args, { from: 'user' })
    return EXIT.done
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done
    const { json = false, color } = program.opts<GlobalOptions>()
    return reportError(error, {
      json: json || args.includes('--json'),
      paint: createPaint(color, process.stderr),
    })
  }
}

function createProgram(workers: WorkerUrls): Command {
  const program = new Command('annals')
    .description('A research notebook over a local archive of event pages, on the command line.')
    .version(readVersion(), '--version', 'print the version')
    .helpOption('--help', 'show help, with examples')
    .option('--json', 'print one JSON document, for scripts')
    .option('--home <dir>', 'keep index, notebooks and backups below this folder')
    .option('--notebook <dir>', 'use the notebook in this folder')
    .option('--no-color', 'print without colours')
    .addHelpText('after', EXAMPLES)
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    // Said once, by reportError.
    .configureOutput({ outputError: () => undefined })

  const perform: Perform = async (folder, task) => {
    const { json, home, notebook, color } = program.opts<GlobalOptions>()
    const answer = await withSession(
      resolve(folder),
      {
        places: resolvePlaces({ home: home ?? null }),
        notebookFolder: notebook === undefined ? null : resolve(notebook),
        workers,
      },
      task,
    )
    const text = json
      ? JSON.stringify(answer.value, null, 2)
      : answer.text(createPaint(color, process.stdout))
    process.stdout.write(`${text}\n`)
  }

  addImportCommand(program, perform)
  addChangesCommand(program, perform)
  addSearchCommand(program, perform)
  addSavedSearchCommand(program, perform)
  addShowCommand(program, perform)
  addAnnotateCommand(program, perform)
  addAnnotationsCommand(program, perform)
  addTagCommand(program, perform)
  addCollectionCommand(program, perform)
  addClaimCommand(program, perform)
  addExportCommand(program, perform)
  addTrashCommand(program, perform)
  addBackupCommand(program, perform)
  addNotebookCommand(program, perform)
  return program
}

/** What reads our output may stop reading: `annals search … | head`. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

function readVersion(): string {
  const path = findPackageJSON('.', import.meta.url)
  if (path === undefined) return 'unknown'
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}
