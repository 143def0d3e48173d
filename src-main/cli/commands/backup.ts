import type { Command } from 'commander'
import { resolve } from 'node:path'
import type { BackupRecord } from '#shared/backup.ts'
import type { RecordName } from '#shared/trash.ts'
import { formatBackups, formatComparison, formatRestoration } from '../format-backup.ts'
import { formatCount } from '../format-rows.ts'
import type { Perform } from '../run-cli.ts'

const EXAMPLES = `
<backup> is an id that “backup list” prints.

Examples:
  annals backup list ~/archive
  annals backup show ~/archive annotations/2008-06/00000012-2026-06-03T14-05-00Z.json
  annals backup restore ~/archive annotations/2008-06/00000012-2026-06-03T14-05-00Z.json
  annals backup repair ~/archive ~/Documents/Annals/archive/annotations/2008-06.json`

/** `annals backup <what> <folder> …` */
export function addBackupCommand(program: Command, perform: Perform): void {
  const group = program
    .command('backup')
    .description('look through earlier versions of your notebook and bring them back')
    .addHelpText('after', EXAMPLES)

  group
    .command('list <folder>')
    .description('list earlier versions of all documents, newest first')
    .action((folder: string) =>
      perform(folder, async ({ workspace }) => {
        const versions = await workspace.notebook.listBackups()
        return { value: versions, text: (paint) => formatBackups(versions, paint) }
      }),
    )

  group
    .command('show <folder> <backup>')
    .description('compare an earlier version with the notebook as it is')
    .action((folder: string, id: string) =>
      perform(folder, async ({ workspace }) => {
        const comparison = await workspace.notebook.compareBackup(id)
        return { value: comparison, text: (paint) => formatComparison(comparison, paint) }
      }),
    )

  group
    .command('restore <folder> <backup>')
    .description('bring back what is gone, and put what was changed beside what is there')
    .option('--record <id>', 'only this record; may be given several times', collect, [])
    .action((folder: string, id: string, { record: ids }: { record: string[] }) =>
      perform(folder, async ({ workspace }) => {
        const { records } = await workspace.notebook.compareBackup(id)
        const names = chooseRecords(records, ids)
        const restored = await workspace.notebook.restoreBackup(id, names)
        return {
          value: { restored },
          text: () => `${formatCount(restored, 'record')} restored`,
        }
      }),
    )

  group
    .command('repair <folder> <document>')
    .description('put a damaged document right from its newest backup; it is kept beside')
    .action((folder: string, document: string) =>
      perform(folder, async ({ workspace }) => {
        const restoration = await workspace.notebook.restoreDocument(resolve(document))
        return { value: restoration, text: () => formatRestoration(restoration) }
      }),
    )

  group
    .command('elsewhere <folder> <into>')
    .description('write the whole notebook into a new folder there')
    .action((folder: string, into: string) =>
      perform(folder, async ({ workspace }) => {
        const path = await workspace.notebook.copyTo(resolve(into))
        return { value: { path }, text: () => path }
      }),
    )
}

function chooseRecords(records: readonly BackupRecord[], ids: readonly string[]): RecordName[] {
  return records
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .map(({ kind, id }) => ({ kind, id }))
}

function collect(id: string, ids: string[]): string[] {
  return [...ids, id]
}
