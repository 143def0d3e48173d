/** One kept version of a document. */
export interface Backup {
  /** Name of the file. */
  name: string
  /** Rises with every backup of the document, whatever the clock says. */
  sequence: number
  /** When it was made, to the second; a clock may have been wrong. */
  stamp: string
}

const NAME = /^(\d{8})-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z)\.json$/

const LATEST = 5

/** How many hours and days keep their last backup, by the length of the stamp that names them. */
const PERIODS = [
  { stampLength: 'YYYY-MM-DDTHH'.length, most: 24 },
  { stampLength: 'YYYY-MM-DD'.length, most: 30 },
]

/** @returns a name that sorts after the names of all backups with a lower sequence. */
export function backupName(sequence: number, time: Date): string {
  const stamp = time.toISOString().replace(/\.\d+/, '').replaceAll(':', '-')
  return `${String(sequence).padStart(8, '0')}-${stamp}.json`
}

/** @returns the backups among the files of a folder, newest first. */
export function listBackups(names: readonly string[]): Backup[] {
  return names
    .flatMap((name) => {
      const [, sequence, stamp] = NAME.exec(name) ?? []
      return sequence && stamp ? [{ name, sequence: Number(sequence), stamp }] : []
    })
    .sort((one, other) => other.sequence - one.sequence)
}

/**
 * Which backups have had their time: all but the latest five, the last of each of 24 hours and the
 * last of each of 30 days.
 *
 * @param backups - Newest first.
 */
export function chooseOutdated(backups: readonly Backup[]): Backup[] {
  const kept = new Set(backups.slice(0, LATEST))
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
