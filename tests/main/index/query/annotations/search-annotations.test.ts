import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ANCHOR_STATUSES } from '#shared/anchor.ts'
import type { SearchableAnnotation } from '#shared/notebook-marks.ts'
import { ANNOTATION_SORTS, type AnnotationSearchRequest } from '#shared/search.ts'
import { openQueryIndex } from '../../../../../src-main/index/query/open-query-index.ts'
import { anyEvents, anyNotebook, anyQuery } from '../any-archive.ts'
import { makeAnnotation, makeSelector } from '../make-annotation.ts'
import { useFolder, useIndex } from '../use-index.ts'
import { NaiveAnnotations } from './naive-annotations.ts'

const REQUEST: AnnotationSearchRequest = {
  ...{ query: '', status: null, sort: 'created', offset: 0, limit: 500 },
}

const ids = (annotations: SearchableAnnotation[]) => annotations.map(({ id }) => id)

describe('searchAnnotations', () => {
  it('finds, counts and sorts as a plain look at every annotation does', async () => {
    const anyCase = fc.record({
      events: anyEvents,
      notebook: anyNotebook,
      isImporting: fc.boolean(),
      queries: fc.array(anyQuery, { minLength: 8, maxLength: 14 }),
      sort: fc.constantFrom(...ANNOTATION_SORTS),
      status: fc.option(fc.constantFrom(...ANCHOR_STATUSES)),
      changed: fc.nat(5),
    })
    await fc.assert(
      fc.asyncProperty(anyCase, async (one) => {
        const { events, notebook, isImporting, queries, sort, status } = one
        const { query: index } = useIndex(events, { isImporting })
        index.setMarks({ isAll: true, ...notebook, removed: [] })
        let current = notebook
        for (const [at, query] of queries.entries()) {
          const naive = new NaiveAnnotations(events, current, isImporting)
          const matches = naive.find(query)
          const wanted = naive.sort(
            matches.filter((found) => status === null || naive.statusOf(found) === status),
            sort,
          )
          const request = { ...REQUEST, query, status, sort }
          const answer = await index.searchAnnotations(request)
          expect([query, answer.hits.map(({ id }) => id)]).toEqual([query, ids(wanted)])
          expect(answer.hits.map((hit) => hit.status)).toEqual(wanted.map((a) => naive.statusOf(a)))
          expect(answer.total).toBe(wanted.length)
          expect(answer.statusCounts).toEqual(naive.count(matches))
          expect(await index.searchAnnotationIds(request)).toEqual(ids(wanted))
          if (at !== 4) continue
          // One annotation is changed, another is gone.
          const [gone, edited, ...rest] = current.annotations
          if (!gone || !edited) continue
          const after = { ...edited, note: 'fuel 國際', modified: '2021-01-01T00:00:00.000Z' }
          index.setMarks({
            isAll: false,
            annotations: [after],
            collections: [],
            claims: [],
            removed: [gone.id],
          })
          current = { ...current, annotations: [after, ...rest] }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('finds annotations by their own words where the archive has not their event, or is not there', async () => {
    const annotations = [
      makeAnnotation('1', 'gone', {
        note: 'Check the *figures*',
        tags: ['aid/fuel'],
        eventTitle: 'Fuel aid arrives',
        eventDate: '2008-06-06',
        selector: makeSelector('heavy oil'),
      }),
      makeAnnotation('2', 'other', { note: 'fuel' }),
    ]
    const queries = {
      figures: ['1'],
      '"heavy oil"': ['1'],
      'note:oil': [],
      'title:arrives': ['1'],
      'title:="Arrives"': [],
      'date:2008-06': ['1'],
      'after:2008': [],
      'date:none': ['2'],
      fuel: ['1', '2'],
      'tag:aid': ['1'],
      'id:gone': ['1'],
      'entity:fuel': [],
      '-note:fuel': ['1'],
      'has:highlight': ['1'],
    }
    const missing = openQueryIndex(`${useFolder()}/nowhere.sqlite`)
    for (const query of [useIndex([]).query, missing]) {
      query.setMarks({ isAll: true, annotations, collections: [], claims: [], removed: [] })
      for (const [text, found] of Object.entries(queries)) {
        const asked = await query.searchAnnotationIds({ ...REQUEST, query: text })
        expect([text, asked]).toEqual([text, found])
      }
    }
  })

  it('gives a page of the answer, and says how the query was read', async () => {
    const { query } = useIndex([{ key: 'a', date: '2008', title: 'Fuel' }])
    const annotations = ['1', '2', '3', '4'].map((id) => makeAnnotation(id, 'a', { note: 'fuel' }))
    query.setMarks({ isAll: true, annotations, collections: [], claims: [], removed: [] })
    const answer = await query.searchAnnotations({ ...REQUEST, query: 'fuel', offset: 1, limit: 2 })
    expect(answer).toMatchObject({
      total: 4,
      hits: [{ id: '2', status: null }, { id: '3' }],
      parts: [{ text: 'text has “fuel”' }],
    })
  })
})
