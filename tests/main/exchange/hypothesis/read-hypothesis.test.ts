import { describe, expect, it } from 'vitest'
import { readHypothesis } from '../../../../src-main/exchange/hypothesis/read-hypothesis.ts'

/** In the form in which its interface answers. */
const ROW = {
  id: 'Ux3sAbcDEe2',
  created: '2019-03-01T09:00:00.123456+00:00',
  updated: '2019-03-02T09:00:00.123456+00:00',
  user: 'acct:ada@hypothes.is',
  uri: 'https://courier.example/strike',
  text: 'Is this *so*?',
  tags: ['to check', 'labour'],
  group: '__world__',
  permissions: { read: ['group:__world__'] },
  target: [
    {
      source: 'https://courier.example/strike?utm_source=x',
      selector: [
        { type: 'RangeSelector', startContainer: '/div[1]', endContainer: '/div[1]' },
        { type: 'TextPositionSelector', start: 12, end: 23 },
        { type: 'TextQuoteSelector', exact: 'winter wage', prefix: 'the ', suffix: ' was' },
      ],
    },
  ],
  document: { title: ['Strike'], link: [{ href: 'https://courier.example/strike/amp' }] },
}

describe('readHypothesis', () => {
  it('reads an annotation', () => {
    expect(readHypothesis(ROW)).toEqual([
      {
        kind: 'foreign',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        created: '2019-03-01T09:00:00.123Z',
        modified: '2019-03-02T09:00:00.123Z',
        note: 'Is this *so*?',
        tags: ['to check', 'labour'],
        quote: { exact: 'winter wage', prefix: 'the ', suffix: ' was' },
        eventIds: [],
        addresses: [
          'https://courier.example/strike',
          'https://courier.example/strike?utm_source=x',
          'https://courier.example/strike/amp',
        ],
      },
    ])
  })

  it('reads an answer of the interface, an export of the client, and a list', () => {
    const one = readHypothesis(ROW)
    expect(readHypothesis({ total: 1, rows: [ROW] })).toEqual(one)
    expect(readHypothesis({ export_date: '…', client_version: '1', annotations: [ROW] })).toEqual(
      one,
    )
    expect(readHypothesis([ROW])).toEqual(one)
  })

  it('reads a note on the whole page', () => {
    const [read] = readHypothesis({ ...ROW, target: [{ source: ROW.uri }], document: {} }) ?? []
    expect(read).toMatchObject({ quote: null, addresses: [ROW.uri] })
  })

  it('refuses an entry that is none, and keeps the others', () => {
    expect(readHypothesis([ROW, { id: 'x', uri: 7 }, null])).toMatchObject([
      { kind: 'foreign' },
      { kind: 'refused', title: 'x' },
      { kind: 'refused', title: 'An entry' },
    ])
  })

  it.each([null, 7, {}, [], [{}], { rows: 7 }, { rows: [] }])(
    'takes %j for none of its',
    (other) => {
      expect(readHypothesis(other)).toBeNull()
    },
  )
})
