import type { FoundEvent, SavedSearchNews, SavedSearchSummary } from '#shared/saved-search.ts'
import { describe, expect, it } from 'vitest'
import { describeNews } from '../../../src-renderer/components/saved-searches/describe-news.ts'

const AT = '2026-01-01T00:00:00Z'
const SEARCH: SavedSearchSummary = {
  id: '1',
  created: AT,
  modified: AT,
  name: 'Aid',
  query: 'aid',
  sort: 'date',
  isFolded: true,
  seen: { at: AT, archive: 'a', total: 20 },
  isFollowed: true,
}

function eventsOf(count: number): FoundEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${index}`,
    date: null,
    title: '',
    version: '',
  }))
}

function newsOf(added: number, removed: number, changed: number): SavedSearchNews {
  const events = {
    added: eventsOf(added),
    removed: eventsOf(removed),
    changed: eventsOf(changed),
  }
  return { id: '1', total: 20 + added - removed, isSameArchive: false, events }
}

describe('describeNews', () => {
  it('names only what there is', () => {
    expect(describeNews(SEARCH, newsOf(12, 1, 3))).toBe('12 new · 1 gone · 3 changed')
    expect(describeNews(SEARCH, newsOf(0, 0, 3))).toBe('3 changed')
  })

  it('is null where nothing is new', () => {
    expect(describeNews(SEARCH, newsOf(0, 0, 0))).toBeNull()
    expect(describeNews(SEARCH, { ...newsOf(0, 0, 0), events: null })).toBeNull()
  })

  it('compares counts where the events are not followed', () => {
    expect(describeNews(SEARCH, { ...newsOf(0, 0, 0), total: 1220, events: null })).toBe(
      '1,200 more',
    )
    expect(describeNews(SEARCH, { ...newsOf(0, 0, 0), total: 15, events: null })).toBe('5 fewer')
  })
})
