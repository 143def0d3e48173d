import { describe, expect, it } from 'vitest'
import type { NotebookMarks, SearchableAnnotation } from '#shared/notebook-marks.ts'
import { describeSelection } from '#shared/describe-selection.ts'
import { composeEventText } from '#shared/event-text.ts'
import type { QueryIndex } from '../../../../../src-main/index/query/query-index.ts'
import { makeAnnotation, makeSelector } from '../make-annotation.ts'
import type { TestEvent, TestIndex } from '../make-index.ts'
import { findIds, useIndex } from '../use-index.ts'

const EVENTS: TestEvent[] = [
  { key: 'a', date: '2008', title: 'A dam breaks', summary: 'Four villages are under water.' },
  { key: 'b', date: '2009', title: 'Talks begin', relations: [{ key: 'a' }] },
]

const marks = (annotations: SearchableAnnotation[], isAll = true): NotebookMarks => {
  return { isAll, annotations, collections: [], claims: [], removed: [] }
}

/** A mark on words of an event as it is now. */
function mark(query: QueryIndex, id: string, eventId: string, words: string): SearchableAnnotation {
  const event = query.readEvent(eventId)
  const eventText = composeEventText(event)
  const start = eventText.text.indexOf(words)
  const selector = describeSelection(eventText, start, start + words.length, event)
  return makeAnnotation(id, eventId, { selector })
}

const statusesOf = (query: QueryIndex, eventId: string) =>
  query.listAnchors(eventId).map(({ annotationId, status }) => [annotationId, status])

const rewrite = ({ database }: TestIndex, key: string, summary: string) => {
  database.prepare('UPDATE event SET summary = ? WHERE key = ?').run(summary, key)
}

describe('AnchorBook', () => {
  it('says where each mark on an event stands, and follows its text', () => {
    const { query, file } = useIndex(EVENTS)
    query.setMarks(
      marks([
        mark(query, '1', 'a', 'Four villages'),
        mark(query, '2', 'a', 'dam'),
        makeAnnotation('3', 'a', { note: 'On the whole event' }),
      ]),
    )
    expect(query.listAnchors('a')[0]).toEqual({
      ...{ annotationId: '1', status: 'exact', candidates: [] },
      place: { startUtf16: 13, endUtf16: 26, text: 'Four villages', score: 1 },
    })
    rewrite(file, 'a', 'It rains. Four villages are under water.')
    expect(statusesOf(query, 'a')).toEqual([
      ['1', 'moved'],
      ['2', 'exact'],
    ])
    rewrite(file, 'a', 'Five villages are under water.')
    expect(statusesOf(query, 'a')).toContainEqual(['1', 'unsure'])
    rewrite(file, 'a', '')
    expect(statusesOf(query, 'a')).toContainEqual(['1', 'orphan'])
    rewrite(file, 'a', 'Four villages are under water.')
    expect(statusesOf(query, 'a')).toContainEqual(['1', 'exact'])
  })

  it('notices when the headline of a related event changes, or the event goes', () => {
    const { query, file } = useIndex(EVENTS)
    query.setMarks(marks([mark(query, '1', 'b', 'A dam breaks')]))
    expect(statusesOf(query, 'b')).toEqual([['1', 'exact']])
    file.database.prepare("UPDATE event SET title = 'A dam holds' WHERE key = 'a'").run()
    expect(statusesOf(query, 'b')).toEqual([['1', 'unsure']])
    file.database.prepare("DELETE FROM event WHERE key = 'b'").run()
    expect(statusesOf(query, 'b')).toEqual([['1', 'orphan']])
  })

  it('answers “is:” for all marks, after every change of notebook and archive', () => {
    const { query, file } = useIndex(EVENTS)
    const lost = makeAnnotation('2', 'b', { selector: makeSelector('Nothing of the kind') })
    query.setMarks(marks([mark(query, '1', 'a', 'Four villages'), lost]))
    expect(findIds(query, 'is:orphan')).toEqual(['b'])
    expect(findIds(query, 'is:moved OR is:unsure')).toEqual([])
    rewrite(file, 'a', 'It rains. Four villages are under water.')
    expect(findIds(query, 'is:moved')).toEqual(['a'])
    query.setMarks({ ...marks([], false), removed: ['2'] })
    expect(findIds(query, 'is:orphan')).toEqual([])
    query.setMarks(marks([lost], false))
    expect(findIds(query, 'is:orphan')).toEqual(['b'])
    query.setMarks(marks([makeAnnotation('2', 'b')], false))
    expect(findIds(query, 'is:orphan')).toEqual([])
    query.setMarks(marks([]))
    expect(findIds(query, 'is:moved')).toEqual([])
  })

  it('takes a mark on the very page that is there as it was made, until there is time to look', async () => {
    const { query, file } = useIndex(EVENTS)
    file.database.exec("UPDATE page SET hash = x'00ff' WHERE path = 'a.md'")
    const made = mark(query, '1', 'a', 'Four villages')
    expect(made.selector?.pageHash).toBe('00ff')
    // What another page says of the event has changed, its own page has not.
    rewrite(file, 'a', 'It rains. Four villages are under water.')
    query.setMarks(marks([made]))
    const ask = () =>
      query.searchAnnotations({ query: '', status: null, sort: 'event', offset: 0, limit: 5 })
    expect((await ask()).hits).toEqual([{ id: '1', status: 'exact' }])
    while (query.warmUp());
    expect((await ask()).hits).toEqual([{ id: '1', status: 'moved' }])
  })

  it('loses no mark while an import has not read its event yet', () => {
    const { query, file } = useIndex([EVENTS[1]!], { isImporting: true })
    query.setMarks(marks([makeAnnotation('1', 'a', { selector: makeSelector('Four') })]))
    expect(statusesOf(query, 'a')).toEqual([['1', 'exact']])
    file.finish()
    expect(statusesOf(query, 'a')).toEqual([['1', 'orphan']])
  })
})
