/** One kept version of a document. */
export interface Backup {
  /** Name of the file. */
  name: string
  /** Rises with every backup of the document, whatever the clock says. */
  sequence: number
  /** When it was made, to the second; a clock may have been wrong. */
  stamp: string
  /** Whether it is from before a change of the format, and kept for good. */
  isBeforeMigration: boolean
}

const NAME = /^(\d{8})-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z)(-before-migration)?\.json$/

const LATEST = 5

/** How many hours and days keep their last backup, by the length of the stamp that names them. */
const PERIODS = [
  { stampLength: 'YYYY-MM-DDTHH'.length, most: 24 },
  { stampLength: 'YYYY-MM-DD'.length, most: 30 },
]

/** @returns a name that sorts after the names of all backups with a lower sequence. */
export function backupName(sequence: number, time: Date, isBeforeMigration = false): string {
  const stamp = time.toISOString().replace(/\.\d+/, '').replaceAll(':', '-')
  const reason = isBeforeMigration ? '-before-migration' : ''
  return `${String(sequence).padStart(8, '0')}-${stamp}${reason}.json`
}

/** @returns when a backup was made, from its stamp; ISO 8601, UTC. */
export function backupTime({ stamp }: Backup): string {
  return stamp.replace(/T(\d\d)-(\d\d)-(\d\d)Z$/, 'T$1:$2:$3.000Z')
}

/** @returns the backups among the files of a folder, newest first. */
export function listBackups(names: readonly string[]): Backup[] {
  return names
    .flatMap((name) => {
      const [, sequence, stamp, reason] = NAME.exec(name) ?? []
      if (!sequence || !stamp) return []
      const isBeforeMigration = reason !== undefined
      return [{ name, sequence: Number(sequence), stamp, isBeforeMigration }]
    })
    .sort((one, other) => other.sequence - one.sequence)
}

/**
 * Which backups have had their time: all but the latest five, the last of each of 24 hours and the
 * last of each of 30 days – hours and days in which the document was changed, however long ago – and
 * those from before a change of the format, which stay for good.
 *
 * @param backups - Newest first.
 */
export function chooseOutdated(backups: readonly Backup[]): Backup[] {
  const kept = new Set([
    ...backups.slice(0, LATEST),
    ...backups.filter(({ isBeforeMigration }) => isBeforeMigration),
  ])
  for (const { stampLength, most } of PERIODS) {
    const periods = new Set<string>()
    for (const backup of backups) {
      const period = backup.stamp.slice(0, stampLength)
      if (periods.size === most) break
      if (!periods.has(period)) kept.add(backup)
      periods.add(period)
    }
  }
  return backups.filter((backup) => !kept.has(backup))
}
