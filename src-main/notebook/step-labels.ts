import { shortenText } from './shorten-text.ts'

const LONGEST_NAME = 60

/** What Undo and Redo say they would take back or do again. Names are shortened. */
export const stepLabels = {
  createAnnotation: (headline: string) => `Add note on ${quote(headline)}`,
  editNote: (headline: string) => `Edit note on ${quote(headline)}`,
  changeTags: (headline: string) => `Change tags of ${quote(headline)}`,
  deleteAnnotation: (headline: string) => `Delete note on ${quote(headline)}`,
  deleteAnnotations: (count: number) => `Delete ${count} annotations`,
  createHighlight: (headline: string) => `Highlight words in ${quote(headline)}`,
  deleteHighlight: (headline: string) => `Delete highlight in ${quote(headline)}`,
  confirmPlace: (headline: string) => `Confirm place in ${quote(headline)}`,
  keepAsNote: (headline: string) => `Keep highlight as note on ${quote(headline)}`,
  changeColour: (headline: string) => `Change colour in ${quote(headline)}`,
  changeState: (headline: string) => `Change state of note on ${quote(headline)}`,
  changeMarking: (headline: string) => `Change note on ${quote(headline)}`,
  changeAnnotations: (what: string | null, count: number) =>
    what === null ? `Change ${count} annotations` : `Change ${what} of ${count} annotations`,
  restoreWording: (headline: string) => `Restore earlier wording of note on ${quote(headline)}`,
  renameTag: (tag: string, newTag: string) => `Rename tag ${quote(tag)} to ${quote(newTag)}`,
  changeTag: (tag: string) => `Change tag ${quote(tag)}`,
  setTagColour: (tag: string) => `Change colour of tag ${quote(tag)}`,
  restore: (title: string) => `Restore ${quote(title)} from trash`,
  restoreMany: (count: number) => `Restore ${count} items from trash`,
  deleteForGood: (title: string) => `Delete ${quote(title)} for good`,
  deleteManyForGood: (count: number) => `Delete ${count} items for good`,
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
  restoreBackup: (title: string, count: number) =>
    `Restore ${count === 1 ? '1 record' : `${count} records`} from ${quote(title)}`,
  takeIn: (count: number) => `Bring in ${count === 1 ? '1 annotation' : `${count} annotations`}`,
  mergeNotebook: (name: string) => `Merge notebook of ${quote(name)}`,
  createClaim: (name: string) => `Create claim ${quote(name)}`,
  renameClaim: (name: string, newName: string) =>
    `Rename claim ${quote(name)} to ${quote(newName)}`,
  editVerdict: (name: string) => `Edit verdict on ${quote(name)}`,
  deleteClaim: (name: string) => `Delete claim ${quote(name)}`,
  addEvidence: (name: string, count: number) => `Add ${countEvidence(count)} to ${quote(name)}`,
  changeStance: (name: string) => `Change stance of evidence of ${quote(name)}`,
  removeEvidence: (name: string, count: number) =>
    `Remove ${countEvidence(count)} from ${quote(name)}`,
}

function quote(name: string): string {
  return `“${shortenText(name, LONGEST_NAME)}”`
}

function countEvidence(count: number): string {
  return count === 1 ? 'evidence' : `${count} pieces of evidence`
}

function countEvents(count: number): string {
  return count === 1 ? '1 event' : `${count} events`
}
