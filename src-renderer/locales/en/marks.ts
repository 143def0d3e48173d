import { plural } from './plural.ts'

/** Words about marks in the reader. */
export const marks = {
  // The bar
  bar: 'Mark the selected words',
  colour: (name: string) => `Highlight in ${name.toLowerCase()}`,
  note: 'Highlight and write a note',
  tag: 'Highlight and tag',
  quote: 'Copy as a quotation',
  collect: 'Add the event to a collection',
  claim: 'Take as evidence for a claim',
  cut: 'Only the words up to the end of this part are marked.',
  putHere: 'Put the mark here',
  movingTo: 'Select the words that the mark belongs to.',
  cancelMoving: 'Leave it where it is',
  quoteCopied: 'Quotation copied',

  // Selecting words by keyboard
  selecting: 'Selecting words',
  selectingHow:
    'Selecting words. Arrow keys move the caret, Control by word, Shift selects. H highlights, A writes a note, Escape ends.',
  selectingHint: 'Arrows move · Shift selects · Esc ends',

  // Cards
  list: 'Marks in the text',
  card: (place: number, count: number, what: string, words: string) =>
    `Mark ${place.toLocaleString('en')} of ${count.toLocaleString('en')}, ${what}: “${words}”`,
  /** What a mark is, before its words: its colour, and whether something is noted about them. */
  cardKind: (colour: string | null, hasNote: boolean) =>
    [colour?.toLowerCase() ?? 'without a colour', ...(hasNote ? ['with a note'] : [])].join(', '),
  showWords: 'Show the words in the text',
  changeColour: 'Change the colour',
  state: (name: string) => `State: ${name}`,
  more: 'More',
  wordings: (count: number) => plural(count, 'older wording', 'older wordings'),
  hideWordings: 'Hide older wordings',
  wordingsOf: 'Older wordings of this note',
  wordingUntil: (when: string) => `Until ${when}`,
  restoreWording: 'Restore as a copy',
  copyOf: 'Another version of a note beside it',
  delete: 'Delete',
  closeSheet: 'Close',

  // Where a mark stands
  moved: 'These words were changed. Is this still what you marked?',
  before: 'You marked',
  now: 'Now it says',
  confirm: 'Confirm',
  keepAsNote: 'Keep as a note',
  choosePlace: 'Choose another place',
  lostCount: (count: number) =>
    count === 1
      ? '1 mark no longer finds its words'
      : `${count.toLocaleString('en')} marks no longer find their words`,
  lost: 'Marks without their words',
  lostWhy: 'The page has changed. Your note and the words you marked are kept.',
  candidates: 'Does it belong here?',
  candidate: (words: string) => `Put the mark on “${words}”`,

  // Toasts
  placed: 'Mark placed',
  deleted: 'Highlight deleted',
  keptAsNote: 'Kept as a note on the event',
  wordingRestored: 'Older wording restored as a copy',
  coloured: 'Colour changed',
  stateChanged: 'State changed',

  // Links of notes
  mentions: 'Mentioned in your notes',
  mentionKinds: {
    note: 'Note on',
    introduction: 'Introduction of',
    remark: 'Remark in',
    verdict: 'Claim',
  },
}
