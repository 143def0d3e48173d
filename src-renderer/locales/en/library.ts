import { plural } from './plural.ts'

/** Words of the library: the ways in and the results. */
export const library = {
  ways: {
    label: 'Ways in',
    dates: 'Dates',
    entities: 'Entities',
    sources: 'Sources',
    collections: 'Collections',
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
  names: {
    filterEntities: 'Filter entities',
    filterSources: 'Filter sources',
    sort: 'Order',
    byCount: 'Most events first',
    byName: 'By name',
    total: (count: number, kind: 'entities' | 'sources') =>
      kind === 'entities'
        ? plural(count, 'entity', 'entities')
        : plural(count, 'source', 'sources'),
    none: 'Nothing has this in its name',
    noneText: 'Clear the filter to see all.',
    emptyEntities: 'No entities',
    emptyEntitiesText: 'Pages that name what ties events together fill this list.',
    emptySources: 'No sources',
    emptySourcesText: 'Pages that cite the web fill this list.',
  },
  collections: {
    new: 'New collection',
    empty: 'No collections yet',
    emptyText: 'Gather events for a question you work on. Select results and press C.',
  },
  search: {
    label: 'Search the archive',
    placeholder: 'Search, or filter: entity:Japan date:2008-06',
    understood: 'Understood as',
    remove: (part: string) => `Remove: ${part}`,
    clear: 'Clear the search',
    sort: 'Order',
    sorts: {
      date: 'Newest first',
      'date-ascending': 'Oldest first',
      relevance: 'Best match first',
    },
  },
  results: {
    label: 'Results',
    count: (count: number) => plural(count, 'event', 'events'),
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
