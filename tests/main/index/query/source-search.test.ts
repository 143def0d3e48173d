import { describe, expect, it } from 'vitest'
import type { TestEvent } from './make-index.ts'
import { useIndex } from './use-index.ts'

const cite = (key: string, ...urls: (string | null)[]): TestEvent => ({
  ...{ key, date: '2008-06-06', title: key },
  sources: urls.map((url) => ({ name: 'The Courier', url })),
})

const EVENTS = [
  cite('a', 'https://www.courier.example/strike/?utm_source=feed#top', 'https://b.example/1'),
  cite('b', 'http://courier.example/other', null),
  cite('c', 'http://courier.example/strike'),
  cite('d', 'https://courier.example/page?id=7&lang=en'),
]

describe('findEventsBySource', () => {
  it.each(['with columns', 'while an import runs'])(
    'finds events however addresses are written, %s',
    async (state) => {
      const { query } = useIndex(EVENTS, { isImporting: state !== 'with columns' })
      const urls = [
        'https://courier.example/strike',
        'http://WWW.courier.example/other/',
        'https://courier.example/page?lang=en&fbclid=x&id=7#part',
        'https://courier.example/page?id=8&lang=en',
        'https://elsewhere.example/',
        'mailto:a@courier.example',
        'no address',
        'https://b.example/1',
      ]
      expect(await query.findEventsBySource(urls)).toEqual([
        ...[['a', 'c'], ['b'], ['d'], [], [], [], [], ['a']],
      ])
      expect(await query.findEventsBySource([])).toEqual([])
    },
  )

  it('looks at every event that cites the host', async () => {
    const many = Array.from({ length: 700 }, (_, at) => cite(`e${at}`, `https://c.example/${at}`))
    const { query } = useIndex(many)
    const found = await query.findEventsBySource(['https://c.example/699', 'https://c.example/0'])
    expect(found).toEqual([['e699'], ['e0']])
  })
})

describe('citationsOf', () => {
  it('names outlets and addresses of each event once, in the order of the page', () => {
    const { query } = useIndex([
      cite('a', 'https://c.example/1', null, 'https://c.example/1'),
      cite('b'),
    ])
    expect(query.citationsOf(['b', 'nowhere', 'a.md'])).toEqual([
      { outlets: [], addresses: [] },
      { outlets: [], addresses: [] },
      { outlets: ['The Courier'], addresses: ['https://c.example/1'] },
    ])
  })
})
