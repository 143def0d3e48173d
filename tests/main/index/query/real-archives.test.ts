import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EventDetail } from '#shared/event.ts'
import { formatField, formatPhrase } from '#shared/search-query/format-field.ts'
import { foldText } from '../../../../src-main/index/fold-text.ts'
import { openQueryIndex } from '../../../../src-main/index/query/open-query-index.ts'
import type { QueryIndex } from '../../../../src-main/index/query/query-index.ts'
import { startImport } from '../../../../src-main/index/start-import.ts'
import { useFolder } from './use-index.ts'

const archives = process.env['ANNALS_REAL_ARCHIVES']
const workerUrl = new URL('../../../../src-main/workers/import.worker.ts', import.meta.url)

/** Import a real archive and ask it. */
async function withArchive(name: string, work: (query: QueryIndex, events: EventDetail[]) => void) {
  const indexPath = join(useFolder(), 'index.sqlite')
  const signal = new AbortController().signal
  const root = join(archives ?? '', name)
  await startImport({
    root,
    indexPath,
    workerUrl,
    acceptLoss: false,
    onProgress: () => undefined,
    signal,
  })
  const query = openQueryIndex(indexPath)
  try {
    const ids = idsOf(query, '')
    work(
      query,
      ids.map((id) => query.readEvent(id)),
    )
  } finally {
    query.close()
  }
}

function idsOf(query: QueryIndex, text: string): string[] {
  return query.searchIds({
    query: text,
    sort: 'date',
    isFolded: false,
    offset: 0,
    limit: 1_000_000,
  })
}

describe.skipIf(archives === undefined).each(['en', 'zh-sample'])('search of %s', (name) => {
  it('finds every event by its id, its headline and its date', async () => {
    await withArchive(name, (query, events) => {
      expect(events.length).toBeGreaterThan(50)
      for (const { id, title, date } of events) {
        expect(idsOf(query, formatField('id', id))).toEqual([id])
        expect(idsOf(query, `title:${formatPhrase(title)}`)).toContain(id)
        expect(idsOf(query, date === null ? 'date:none' : formatField('date', date))).toContain(id)
      }
    })
  })

  it('finds as many events as the lists of years, entities and sources tell', async () => {
    await withArchive(name, (query, events) => {
      const years = query.listYears()
      expect(years.reduce((sum, { count }) => sum + count, 0)).toBe(events.length)
      for (const { year, count } of years) {
        expect(idsOf(query, `date:${year ?? 'none'}`)).toHaveLength(count)
      }
      const everything = {
        filter: '',
        sort: 'count',
        isFolded: false,
        offset: 0,
        limit: 1_000_000,
      } as const
      for (const entity of query.listEntities(everything).names) {
        const holders = events.filter(({ entities }) => entities.includes(entity.name))
        expect(holders).toHaveLength(entity.count)
        const found = idsOf(query, formatField('entity', entity.name))
        expect(found).toEqual(expect.arrayContaining(holders.map(({ id }) => id)))
      }
      for (const host of query.listSources(everything).names) {
        const found = idsOf(query, formatField('source', host.name))
        expect(found.length).toBeGreaterThanOrEqual(host.count)
      }
    })
  })

  it('counts in the shape of an answer what searches find', async () => {
    await withArchive(name, (query, events) => {
      for (const text of ['', events[0]!.title, 'has:source']) {
        const { events: count, facets, histogram } = query.shapeAnswer({ query: text, limit: 5 })
        expect(idsOf(query, text)).toHaveLength(count)
        const bars = histogram.bars.reduce((sum, bar) => sum + bar.count, 0)
        expect(bars + histogram.imprecise + histogram.undated).toBe(count)
        for (const entity of facets!.entities) {
          const narrowed = `(${text || 'has:source OR -has:source'}) entity:=${formatPhrase(entity.name)}`
          expect(idsOf(query, narrowed)).toHaveLength(entity.count)
        }
        for (const bar of histogram.bars) {
          const within = `(${text || 'has:source OR -has:source'}) date:${bar.date}`
          expect(idsOf(query, within)).toHaveLength(bar.count)
        }
      }
    })
  })

  it('finds every place of a piece of text of one to four characters or words', async () => {
    await withArchive(name, (query, events) => {
      const texts = events.map(({ id, title, topic, summary, entities }) => ({
        id,
        columns: [title, topic ?? '', summary, entities.join('\n')].map(
          (text) => ` ${foldText(text)} `,
        ),
      }))
      for (const { title } of events.slice(0, 60)) {
        const words = foldText(title).split(' ')
        for (const length of [1, 2, 3, 4]) {
          const start = (title.length * 7) % words.length
          const piece = words.slice(start, start + length).join(' ')
          const holders = texts.filter(({ columns }) =>
            columns.some((c) => c.includes(` ${piece} `)),
          )
          expect(idsOf(query, formatPhrase(piece))).toEqual(holders.map(({ id }) => id))
        }
      }
    })
  })

  it('leads every resolved relation to an event that links back', async () => {
    await withArchive(name, (query, events) => {
      const byId = new Map(events.map((event) => [event.id, event]))
      const resolved = events.flatMap(({ id, relations }) =>
        relations.filter((relation) => relation.resolved).map((relation) => ({ id, relation })),
      )
      expect(resolved.length).toBeGreaterThan(20)
      for (const { id, relation } of resolved) {
        const target = byId.get(relation.id)!
        expect(target.title).toBe(relation.title)
        expect(target.backlinks.map((backlink) => backlink.id)).toContain(id)
        expect(query.resolveLink(id, `/${encodeURI(relation.id)}.md`)).toEqual({
          kind: 'event',
          id: relation.id,
        })
      }
    })
  })
})
