/** How Syncthing and Nextcloud name the other version of a file that two machines changed at once. */
const CONFLICT =
  /^(.+?)(?:\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?| \(conflicted copy [^)]+\))\.json$/

/**
 * @param fileName - Of a file in the notebook.
 * @returns the name of the document it is another version of; `null` where it is none.
 */
export function conflictedDocument(fileName: string): string | null {
  const [, name] = CONFLICT.exec(fileName) ?? []
  return name === undefined ? null : `${name}.json`
}
