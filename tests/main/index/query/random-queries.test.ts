import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventHit } from '#shared/event.ts'
import type { SearchSort } from '#shared/search.ts'
import { anyEvents, anyGroups, anyNotebook, anyQuery } from './any-archive.ts'
import type { TestEvent } from './make-index.ts'
import { NaiveArchive, countOverTime } from './naive-archive.ts'
import { useIndex } from './use-index.ts'

const keysOf = (events: TestEvent[]) => events.map(({ key }) => key)

const anyCase = fc.record({
  events: anyEvents,
  notebook: anyNotebook,
  groups: anyGroups,
  isImporting: fc.boolean(),
  queries: fc.array(anyQuery, { minLength: 12, maxLength: 20 }),
})

/** Every event's group, by key; later groups take events from earlier ones. */
function nameGroups(events: TestEvent[], groups: number[][]): Map<string, string> {
  const names = new Map(events.map(({ key }) => [key, key]))
  for (const [at, group] of groups.entries()) {
    for (const number of group) if (events[number]) names.set(events[number].key, `group ${at}`)
  }
  return names
}

function listMembers(names: Map<string, string>): string[][] {
  return [...Map.groupBy(names.keys(), (key) => names.get(key)).values()]
}

/** Rows of events in an order: the first of each group, with the others, newest first. */
function fold(ordered: string[], newestFirst: string[], names: Map<string, string>) {
  const first = (key: string) => ordered.find((other) => names.get(other) === names.get(key))
  return ordered
    .filter((key) => first(key) === key)
    .map((key) => ({
      id: key,
      copies: newestFirst.filter((one) => one !== key && names.get(one) === names.get(key)),
    }))
}

const rowsOf = (hits: EventHit[]) =>
  hits.map(({ id, copies }) => ({ id, copies: copies.map((copy) => copy.id) }))

describe('openQueryIndex', () => {
  it('finds, folds and counts as a plain look at every event does, in every order', () => {
    fc.assert(
      fc.property(anyCase, ({ events, notebook, groups, isImporting, queries }) => {
        const names = nameGroups(events, groups)
        const { query: index } = useIndex(events, { isImporting, groups: listMembers(names) })
        index.setMarks({ isAll: true, ...notebook, removed: [] })
        const archive = new NaiveArchive(events, notebook)
        for (const query of queries) {
          const found = archive.find(query)
          const newestFirst = keysOf(found)
          const ask = (sort: SearchSort, isFolded: boolean) =>
            index.search({ query, sort, isFolded, offset: 0, limit: 100 })

          const ranked = index.searchIds({ ...PAGE, query, sort: 'relevance' })
          expect([query, [...ranked].sort()]).toEqual([query, [...newestFirst].sort()])
          const orders = {
            date: newestFirst,
            'date-ascending': keysOf(archive.sort(found, 'date-ascending')),
            linked: keysOf(isImporting ? found : archive.sort(found, 'linked')),
            relevance: ranked,
          }
          for (const [sort, ordered] of Object.entries(orders)) {
            const plainly = ask(sort as SearchSort, false)
            expect([query, sort, rowsOf(plainly.hits)]).toEqual([
              ...[query, sort],
              ordered.map((id) => ({ id, copies: [] })),
            ])
            expect([plainly.total, plainly.events]).toEqual([found.length, found.length])

            const rows = isImporting
              ? ordered.map((id) => ({ id, copies: [] }))
              : fold(ordered, newestFirst, names)
            const folded = ask(sort as SearchSort, true)
            expect([query, sort, rowsOf(folded.hits)]).toEqual([query, sort, rows])
            expect([folded.total, folded.events]).toEqual([rows.length, found.length])
          }

          const { histogram, facets, events: count } = index.shapeAnswer({ query, limit: 3 })
          expect(count).toBe(found.length)
          expect(facets).toEqual(isImporting ? null : archive.countFacets(found, 3))
          const { unit, ...bars } = histogram
          const shown = bars.bars.filter((bar) => bar.count > 0)
          expect([query, { ...bars, bars: shown }]).toEqual([query, countOverTime(found, unit)])
        }
      }),
      { numRuns: 150 },
    )
  })
})

const PAGE = { isFolded: false, offset: 0, limit: 100 } as const
