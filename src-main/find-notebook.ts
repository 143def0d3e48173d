import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AnnalsError } from '#shared/errors.ts'
import type { Places } from './places.ts'

/** What tells an archive when its notebook is looked for. */
export interface NotebookOwner {
  /** Absolute path. */
  path: string
  name: string
  fingerprint: string
}

/** Where the notebook of an archive may be said to be. */
interface KnownPlaces {
  /** Absolute path, as the researcher says; `null` where nothing is said. */
  named: string | null
  /** Absolute path, where it was last; `null` where it was in its usual place. */
  remembered: string | null
  /** Whether the archive is not there: its notebook is looked for and none is made. */
  isMissing: boolean
}

/**
 * The notebook of an archive: where the researcher says, else where it was last, else in its usual
 * place.
 *
 * @returns its folder, which need not be there yet unless the archive is missing, and where it was
 *   last if that is not there now, or `null`.
 * @throws NOTEBOOK_NOT_FOUND where the archive is missing and has no notebook
 */
export function chooseNotebook(
  places: Places,
  archive: NotebookOwner,
  { named, remembered, isMissing }: KnownPlaces,
): { folder: string; lostFolder: string | null } {
  if (named !== null && (!isMissing || isNotebook(named))) {
    return { folder: named, lostFolder: null }
  }
  const isLost = remembered !== null && !isNotebook(remembered)
  if (remembered !== null && !isLost) return { folder: remembered, lostFolder: null }
  const find = isMissing ? existingNotebookFolder : usualNotebookFolder
  return { folder: find(places, archive), lostFolder: isLost ? remembered : null }
}

/**
 * `<notebooks>/<archive name>`, unless that holds the notebook of another archive that is still
 * there. An archive that was moved finds its notebook again by its name.
 *
 * @returns the folder, which need not be there yet.
 */
function usualNotebookFolder(places: Places, archive: NotebookOwner): string {
  const folder = join(places.notebooksFolder, archive.name)
  const owner = readOwner(folder)
  const isOurs =
    owner === null || owner.fingerprint === archive.fingerprint || !existsSync(owner.path)
  return isOurs ? folder : ownNotebookFolder(folder, archive)
}

/**
 * The notebook of an archive that is not there: one that says that it belongs to it.
 *
 * @throws NOTEBOOK_NOT_FOUND
 */
function existingNotebookFolder(places: Places, archive: NotebookOwner): string {
  const folder = join(places.notebooksFolder, archive.name)
  for (const candidate of [folder, ownNotebookFolder(folder, archive)]) {
    if (readOwner(candidate)?.fingerprint === archive.fingerprint) return candidate
  }
  const message = `There is no notebook of this archive: ${archive.path}`
  throw new AnnalsError('NOTEBOOK_NOT_FOUND', message, { details: { path: archive.path } })
}

/** Whether a folder holds a notebook, be it damaged. */
function isNotebook(folder: string): boolean {
  return existsSync(join(folder, 'notebook.json'))
}

/** The archive a notebook belongs to, as it says; `null` where that cannot be read. */
function readOwner(folder: string): NotebookOwner | null {
  try {
    const document = JSON.parse(readFileSync(join(folder, 'notebook.json'), 'utf8')) as {
      data?: { archive?: NotebookOwner }
    }
    return document.data?.archive ?? null
  } catch {
    return null
  }
}

function ownNotebookFolder(folder: string, { fingerprint }: NotebookOwner): string {
  return `${folder}-${fingerprint.slice(0, 6)}`
}
