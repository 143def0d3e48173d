import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { groupReports } from '../../../../src-main/index/duplicates/group-reports.ts'
import { makeFolder } from '../../archive/temporary-archive.ts'
import { type TestEvent, makeIndex } from '../query/make-index.ts'

const STRIKE = 'Dock workers in Rotterdam end their strike after eleven days of talks'
const OTHER = 'A volcano on the island of Flores sends ash over four villages'

/** Keys of the events with those of their leaders. */
function lead(events: TestEvent[]): Record<string, string> {
  const index = makeIndex(join(makeFolder(), 'index.sqlite'), events)
  onTestFinished(() => {
    index.close()
  })
  const rows = index.database.prepare('SELECT key FROM event ORDER BY id').all()
  const keys = rows.map(({ key }) => String(key))
  const leaders = groupReports(index.database)
  expect(leaders).toHaveLength(keys.length)
  return Object.fromEntries(keys.map((key, ordinal) => [key, keys[leaders[ordinal]!]!]))
}

describe('groupReports', () => {
  it('groups the events of an index by ordinal', () => {
    const events = [
      { key: 'a', date: '2012-03-04', title: `${STRIKE}.` },
      { key: 'b', date: '2012-03-04', title: OTHER },
      { key: 'c', date: '2012-03-04', title: `${STRIKE} with the port.` },
      { key: 'd', date: null, title: STRIKE },
      { key: 'e', date: '2012', title: STRIKE },
    ]
    expect(lead(events)).toEqual({ a: 'c', b: 'b', c: 'c', d: 'd', e: 'e' })
  })

  it('reads summaries, entities and sources where they decide', () => {
    const day = '2012-03-04'
    const loose = 'Dock workers in Rotterdam stop work over the plan to automate two terminals.'
    const looser =
      'Dock workers in Rotterdam stop work over a plan of the port to automate two of its terminals.'
    const sources = [{ name: 'Harbour Post', url: 'https://harbour.example/strike' }]
    expect(
      lead([
        { key: 'a', date: day, title: OTHER, summary: 'The airport of Maumere is closed.' },
        { key: 'b', date: day, title: OTHER, summary: 'Farmers bring their cattle to safety.' },
        { key: 'c', date: '2013-01-01', title: loose, sources },
        { key: 'd', date: '2013-01-04', title: looser, sources },
        {
          key: 'e',
          date: '2014-01-01',
          title: `${STRIKE}, says the port.`,
          entities: ['Rotterdam'],
        },
        { key: 'f', date: '2014-01-01', title: `${STRIKE}, at last.`, entities: ['Schiedam'] },
      ]),
    ).toEqual({ a: 'a', b: 'b', c: 'd', d: 'd', e: 'e', f: 'f' })
  })

  it('follows revisions that lead to an event', () => {
    expect(
      lead([
        {
          ...{ key: 'a', date: '2012-03-04', title: STRIKE },
          revisions: [
            { key: 'b', title: OTHER, time: '2012-03-04 10:00:00' },
            { key: 'gone', title: 'Gone' },
            { key: 'a', title: STRIKE },
          ],
        },
        { key: 'b', date: '2012-03-09', title: OTHER },
      ]),
    ).toEqual({ a: 'a', b: 'a' })
  })

  it('goes through more events than are read at once', () => {
    const events = Array.from({ length: 4100 }, (_, place) => ({
      key: `k${place}`,
      date: place % 2 === 0 ? '2012-03-04' : '2012-03-05',
      title: `Report number ${place} of the harbour office is filed under section ${place * 7}.`,
    }))
    const leaders = lead([...events, { ...events[4000]!, key: 'copy' }])
    expect(leaders['k4000']).toBe(leaders['copy'])
    expect(new Set(Object.values(leaders)).size).toBe(4100)
  })
})
