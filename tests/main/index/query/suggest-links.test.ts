import { describe, expect, it } from 'vitest'
import { useFolder, useIndex } from './use-index.ts'
import { openQueryIndex } from '../../../../src-main/index/query/open-query-index.ts'

const EVENTS = [
  { key: 'news/2008/06/6/fuel', date: '2008-06-06', title: 'Talks on fuel [update]' },
  { key: 'news/2009/1/1/talks', date: '2009-01-01', title: 'Fuel talks resume' },
  { key: 'news/2009/1/2/國際', date: '2009-01-02', title: '國際電臺' },
  { key: 'rain', date: null, title: 'Rain' },
]

function useLinks() {
  const { query } = useIndex(EVENTS)
  query.setMarks({
    ...{ isAll: true, annotations: [], claims: [], removed: [] },
    collections: [
      { id: 'c1', name: 'Six-party talks', eventIds: [] },
      { id: 'c2', name: 'Fuel', eventIds: [] },
    ],
  })
  return (text: string) => query.suggestLinks(text).map(({ title }) => title)
}

describe('suggestLinks', () => {
  it('finds headlines and names by their words, the last as far as it is typed', () => {
    const titles = useLinks()
    expect(titles('fuel ta')).toEqual(['Fuel talks resume', 'Talks on fuel [update]'])
    expect(titles('TALK')).toEqual([
      'Six-party talks',
      'Talks on fuel [update]',
      'Fuel talks resume',
    ])
    expect(titles('fuel')[0]).toBe('Fuel')
    expect(titles('国际')).toEqual(['國際電臺'])
  })

  it('offers nothing for what holds no words, nor where nothing has them', () => {
    const titles = useLinks()
    for (const text of ['', '  ', '"-*', 'nowhere', 'x'.repeat(500)])
      expect(titles(text)).toEqual([])
  })

  it('gives the Markdown to put in, which leads back to the event', () => {
    const { query } = useIndex(EVENTS)
    for (const { key, title } of EVENTS) {
      const [link] = query.suggestLinks(title.slice(0, 4))
      const [found] = query.suggestLinks(title)
      expect(link).toBeDefined()
      const href = /\(<(.*)>\)$/u.exec(found!.markdown)?.[1] ?? ''
      expect(query.resolveLink('elsewhere/page', href)).toEqual({ kind: 'event', id: key })
    }
  })

  it('knows collections where there is no archive', () => {
    const query = openQueryIndex(`${useFolder()}/nowhere.sqlite`)
    query.setMarks({
      ...{ isAll: true, annotations: [], claims: [], removed: [] },
      collections: [{ id: 'c', name: 'Fuel', eventIds: [] }],
    })
    expect(query.suggestLinks('fu')).toEqual([
      { kind: 'collection', title: 'Fuel', date: null, markdown: '[Fuel](annals:collection/c)' },
    ])
  })
})
