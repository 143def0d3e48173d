import { formatDate } from '../../composables/format.ts'
import { common } from './common.ts'
import { plural } from './plural.ts'

/** Words of the library: the ways in and the results. */
export const library = {
  label: 'Library',
  ways: {
    label: 'Ways in',
    answer: 'In this answer',
    dates: 'Dates',
    entities: 'Entities',
    sources: 'Sources',
    tags: 'Tags',
    collections: 'Collections',
    searches: 'Saved searches',
    hide: 'Hide the ways in',
    show: 'Show the ways in',
  },
  dates: {
    label: 'Events by date',
    undated: 'Undated',
    yearOnly: 'Year only',
    monthOnly: 'Month only',
    empty: 'No dates yet',
    emptyText: 'Years appear here as soon as the first pages are read.',
  },
  facets: {
    archive: 'In the whole archive',
    kinds: { entity: 'Entities', source: 'Sources', topic: 'Topics', tag: 'Tags' },
    exclude: (name: string) => `Leave out: ${name}`,
    excluded: 'left out',
    more: (count: number) => `${count.toLocaleString('en')} more`,
    fewer: 'Fewer',
    all: { entity: 'All entities', source: 'All sources', tag: 'All tags' },
    importing: 'The names are counted once the import has ended.',
    none: 'The events of this answer have no names in common.',
  },
  names: {
    filter: { entities: 'Filter entities', sources: 'Filter sources', tags: 'Filter tags' },
    sort: 'Order',
    byCount: 'Most events first',
    byName: 'By name',
    total: {
      entities: (count: number) => plural(count, 'entity', 'entities'),
      sources: (count: number) => plural(count, 'source', 'sources'),
      tags: (count: number) => plural(count, 'tag', 'tags'),
    },
    none: 'Nothing has this in its name',
    noneText: 'Clear the filter to see all.',
    empty: { entities: 'No entities', sources: 'No sources', tags: 'No tags yet' },
    emptyText: {
      entities: 'Pages that name what ties events together fill this list.',
      sources: 'Pages that cite the web fill this list.',
      tags: 'Write a note on an event and give it a tag, to find it here.',
    },
  },
  collections: {
    new: 'New collection',
    empty: 'No collections yet',
    emptyText: 'Gather events for a question you work on. Select results and press C.',
    search: (name: string) => `Search in “${name}”`,
  },
  search: {
    label: 'Search the archive',
    placeholder: 'Search, or filter: entity:Japan date:2008-06',
    understood: 'Understood as',
    remove: (part: string) => `Remove: ${part}`,
    clear: 'Clear the search',
    save: 'Save this search',
    suggestions: 'Suggestions',
    suggestionCount: (count: number) =>
      `${plural(count, 'suggestion', 'suggestions')}, arrow keys choose`,
    kinds: {
      field: 'Filter',
      entity: 'Entity',
      source: 'Source',
      topic: 'Topic',
      tag: 'Tag',
      collection: 'Collection',
      value: '',
    },
    sort: 'Order',
    sorts: {
      date: 'Newest first',
      'date-ascending': 'Oldest first',
      relevance: 'Best match first',
      linked: 'Most linked first',
    },
  },
  timeline: {
    label: 'Events over time',
    help: 'Arrow keys move, Shift and arrow keys choose a range, Enter asks for it, Escape asks for the whole time.',
    whole: 'Whole time',
    readout: (first: string, last: string, count: number) =>
      `${describeRange(first, last)} · ${plural(count, 'event', 'events')}`,
    undated: (count: number) =>
      count === 1
        ? 'The event has no date'
        : `None of the ${count.toLocaleString('en')} has a date`,
    undatedBeside: (count: number) => `${count.toLocaleString('en')} undated`,
    importing: 'Events appear here as their pages are read',
  },
  results: {
    label: 'Results',
    count: (events: number, rows: number) =>
      rows === events
        ? plural(events, 'event', 'events')
        : `${plural(events, 'event', 'events')} in ${plural(rows, 'report', 'reports')}`,
    fold: 'One row per report',
    copies: (count: number) => `+${plural(count, 'wording', 'wordings')}`,
    copiesHelp: (areShown: boolean) =>
      areShown ? 'shown below, the left arrow key hides them' : 'the right arrow key shows them',
    searching: 'Searching…',
    later: (count: number) => `Show ${plural(count, 'new one', 'new ones')}`,
    noteMark: (count: number) => plural(count, 'note', 'notes'),
    tagMark: (tags: readonly string[]) => `Tags: ${tags.join(', ')}`,
    collectionMark: (count: number) => `In ${plural(count, 'collection', 'collections')}`,
    selected: (count: number) => `${plural(count, 'event', 'events')} selected`,
    selectionCut: (limit: number) =>
      `Only the first ${limit.toLocaleString('en')} events can be selected at once`,
    unselect: 'Unselect',
    addToCollection: 'Add to collection',
    none: 'No event matches',
    noneText: 'Take a part out of the search, or try fewer words.',
    emptyArchive: 'No events yet',
    emptyArchiveImporting: 'Events appear here as soon as their pages are read.',
    emptyArchiveText: 'The import found no event in this folder. Its report says what was in it.',
    openReport: 'Open the import report',
  },
  showReader: 'Show the reader',
}

function describeRange(first: string, last: string): string {
  const words = [...new Set([first, last])].map((date) => formatDate(date, common.undated))
  return words.join(' – ')
}
