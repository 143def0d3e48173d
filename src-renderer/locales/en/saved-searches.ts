import { plural } from './plural.ts'

function number(count: number): string {
  return count.toLocaleString('en')
}

/** Words about saved searches. */
export const savedSearches = {
  room: 'Searches',
  list: 'List of saved searches',
  page: 'Saved search',
  everything: 'Every event',
  events: (count: number) => plural(count, 'event', 'events'),

  // Saving
  save: 'Save this search',
  saveText: 'Annals keeps the question in your notebook and remembers what it finds now.',
  saveName: 'Name',
  saveAction: 'Save',
  same: (name: string) => `You already keep this question as “${name}”.`,
  saved: (name: string) => `Search “${name}” saved`,

  // Suggested names
  allEvents: 'All events',
  not: (what: string) => `not ${what}`,
  either: (alternatives: readonly string[]) => alternatives.join(' or '),
  both: (parts: readonly string[]) => parts.join(', '),
  has: (what: string) => `with ${what}`,
  colour: (colour: string) => `${colour} highlight`,
  undated: 'undated',
  before: (date: string) => `before ${date}`,
  after: (date: string) => `after ${date}`,
  from: (date: string) => `from ${date}`,
  until: (date: string) => `until ${date}`,
  range: (first: string, last: string) => `${first} to ${last}`,

  // Empty
  emptyTitle: 'No saved searches yet',
  emptyText: (keys: string) =>
    `Ask the library something you will want to ask again and press ${keys}. Annals remembers what it found, and tells you what is new, gone or changed since.`,
  toLibrary: 'Go to the library',
  goneTitle: 'This saved search is not here any more',
  goneText: 'It may have been deleted. Undo (Ctrl+Z) brings a deleted one back.',
  all: 'All saved searches',

  // News
  added: (count: number) => `${number(count)} new`,
  removed: (count: number) => `${number(count)} gone`,
  changed: (count: number) => `${number(count)} changed`,
  difference: (count: number) => `${number(Math.abs(count))} ${count > 0 ? 'more' : 'fewer'}`,
  newsOf: (name: string, news: string) => `${name}: ${news}`,
  comparing: 'Comparing…',
  waiting: 'An import runs. What is new is looked up when it has ended.',
  unfinished: 'The import was stopped. What is new is looked up when it has gone through.',
  count: (count: number) => plural(count, 'search', 'searches'),
  withNews: (count: number, all: number) =>
    count === 0
      ? `${plural(all, 'search', 'searches')}, nothing new in any`
      : `${plural(all, 'search', 'searches')}, ${number(count)} with news`,

  // One search
  name: 'Name of the saved search',
  more: 'More',
  rename: 'Rename',
  renameShortcut: 'F2',
  delete: 'Delete saved search',
  deleted: (name: string) => `Saved search “${name}” deleted`,
  openInLibrary: 'Open in the library',
  markSeen: 'Mark as looked at',
  folded: 'one row for each report',
  lookedAt: 'Looked at',
  lookedAtShort: (ago: string) => `looked at ${ago}`,
  now: 'Now',
  sameArchive: 'the archive has not changed',
  otherArchive: 'the archive has changed',
  news: 'Since then',
  groups: { added: 'New', changed: 'Changed', removed: 'Gone' },
  goneHint: 'They are not in this answer any more. This is the headline each had.',
  nothing: 'Nothing is new, gone or changed since then.',
  notFollowed: 'Too many to follow one by one',
  notFollowedText: (limit: number) =>
    `Up to ${number(limit)} events are compared one by one. Narrow the question, and what is new, gone or changed is listed here.`,
  showMore: (count: number) => `Show ${number(count)} more`,
}
