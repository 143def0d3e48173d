import { splitCharacters } from './characters.ts'

const LONGEST_NAME = 60

/** What Undo and Redo say they would take back or do again. Names are shortened. */
export const stepLabels = {
  createAnnotation: (headline: string) => `Add note on ${quote(headline)}`,
  editNote: (headline: string) => `Edit note on ${quote(headline)}`,
  changeTags: (headline: string) => `Change tags of ${quote(headline)}`,
  deleteAnnotation: (headline: string) => `Delete note on ${quote(headline)}`,
  createCollection: (name: string) => `Create collection ${quote(name)}`,
  renameCollection: (name: string, newName: string) =>
    `Rename collection ${quote(name)} to ${quote(newName)}`,
  editIntroduction: (name: string) => `Edit introduction of ${quote(name)}`,
  deleteCollection: (name: string) => `Delete collection ${quote(name)}`,
  addEntries: (name: string, count: number) => `Add ${countEvents(count)} to ${quote(name)}`,
  removeEntries: (name: string, count: number) =>
    `Remove ${countEvents(count)} from ${quote(name)}`,
  editRemark: (headline: string) => `Edit remark on ${quote(headline)}`,
  moveEntry: (headline: string, name: string) => `Move ${quote(headline)} in ${quote(name)}`,
  sortEntries: (name: string) => `Sort ${quote(name)} by date`,
  createSavedSearch: (name: string) => `Create saved search ${quote(name)}`,
  renameSavedSearch: (name: string, newName: string) =>
    `Rename saved search ${quote(name)} to ${quote(newName)}`,
  changeQuestion: (name: string) => `Change question of ${quote(name)}`,
  changeAnswer: (name: string) => `Change order of ${quote(name)}`,
  deleteSavedSearch: (name: string) => `Delete saved search ${quote(name)}`,
}

function quote(name: string): string {
  const characters = splitCharacters(name)
  const short = characters.slice(0, LONGEST_NAME).join('').trimEnd()
  return characters.length > LONGEST_NAME ? `“${short}…”` : `“${name}”`
}

function countEvents(count: number): string {
  return count === 1 ? '1 event' : `${count} events`
}
