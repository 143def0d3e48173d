import type { Stance } from '#shared/claim.ts'
import { plural } from './plural.ts'

/** Words about claims and their evidence. */
export const claims = {
  room: 'Claims',
  list: 'List of claims',
  page: 'Claim',
  create: 'New claim',
  untitled: (number: number) => (number === 1 ? 'Untitled claim' : `Untitled claim ${number}`),
  stances: { supports: 'Supports', contradicts: 'Contradicts', unclear: 'Unclear' },
  stance: 'What it does to the claim',
  counts: (counts: Record<Stance, number>) =>
    [
      `${counts.supports.toLocaleString('en')} support`,
      `${counts.contradicts.toLocaleString('en')} contradict`,
      `${counts.unclear.toLocaleString('en')} unclear`,
    ].join(', '),
  noEvidence: 'no evidence yet',
  emptyTitle: 'Say what you think happened, then test it',
  emptyText:
    'A claim is a statement: “Talks resumed because of fuel aid”. Select notes in the Notes room and add them as evidence that supports it, contradicts it or leaves it unclear.',
  chooseTitle: 'Choose a claim',
  chooseText: 'Its evidence opens here, in order of time.',
  goneTitle: 'This claim is not here any more',
  goneText: 'It may have been deleted. Undo (Ctrl+Z) or the trash brings it back.',

  name: 'What is claimed',
  rename: 'Rename',
  renameShortcut: 'F2',
  delete: 'Delete claim',
  more: 'More',
  export: 'Export table',
  exportMarkdown: 'As Markdown…',
  exportCsv: 'As CSV, for a spreadsheet…',
  exported: (rows: number, path: string) => `${plural(rows, 'row', 'rows')} written to ${path}`,

  verdictHint: 'What you make of the evidence, in Markdown…',
  addVerdict: 'Write a verdict',
  editVerdict: 'Edit verdict',
  verdict: 'Verdict, in Markdown',

  evidence: 'Evidence',
  filter: 'Which evidence to show',
  all: 'All',
  noEvidenceTitle: 'No evidence yet',
  noEvidenceText:
    'In the Notes room, select notes and choose “Evidence”. They come here with their date, source and words.',
  noneOfStance: 'No evidence of this kind.',
  toNotes: 'Go to the notes',
  remark: (title: string) => `Remark on ${title}, in Markdown`,
  remarkHint: 'Why it matters, in Markdown…',
  addRemark: 'Add a remark',
  editRemark: 'Edit remark',
  removeEvidence: 'Remove from the claim',
  open: 'Open',
  noteDeleted: 'The annotation was deleted. This is what it marked when it became evidence.',
  evidenceRemoved: (count: number) => `${plural(count, 'piece', 'pieces')} of evidence removed`,

  pick: (count: number) =>
    count === 1
      ? 'Add as evidence to a claim'
      : `Add ${plural(count, 'note', 'notes')} as evidence`,
  pickField: 'Find or state a claim',
  pickHint: 'Type to find a claim or state a new one',
  pickList: 'Claims',
  pickCreate: (name: string) => `New claim “${name}”`,
  pickNone: 'No claim yet. Type a statement to make the first one.',

  addedTo: (count: number, name: string) => `${plural(count, 'note', 'notes')} added to “${name}”`,
  deleted: (name: string) => `Claim “${name}” deleted`,
}
