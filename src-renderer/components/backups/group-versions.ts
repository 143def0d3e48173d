import type { BackupVersion } from '#shared/backup.ts'

/** A document with its earlier versions. */
export interface DocumentVersions {
  /** Path of the document in the notebook. */
  document: string
  title: string
  /** Newest first. */
  versions: BackupVersion[]
}

/** Put versions with their documents; the document that was changed last comes first. */
export function groupVersions(versions: readonly BackupVersion[]): DocumentVersions[] {
  const newestFirst = versions.toSorted((one, other) => compareText(other.at, one.at))
  const groups = new Map<string, DocumentVersions>()
  for (const version of newestFirst) {
    const { document, title } = version
    const group = groups.get(document) ?? { document, title, versions: [] }
    group.versions.push(version)
    groups.set(document, group)
  }
  return [...groups.values()]
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
