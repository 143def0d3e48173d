import { describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/notebook.ts'
import { filterNotes } from '../../../src-renderer/components/notes/filter-notes.ts'

function annotate(
  id: string,
  event: { date: string | null; title: string },
  note: string,
  tags: string[],
): Annotation {
  const modified = `2026-01-0${id}T00:00:00.000Z`
  return {
    id,
    created: modified,
    modified,
    event: { id: `e${id}`, text: '', ...event },
    note,
    tags,
    selector: null,
  }
}

const NOTES = [
  annotate('1', { date: '2008-06-06', title: 'Talks resume' }, 'Fuel **aid** promised', ['aid']),
  annotate('2', { date: null, title: 'Undated headline' }, 'Élysée statement', []),
  annotate('3', { date: '2010-01', title: 'Harbour closed' }, '', ['trade', 'aid']),
]

function ids(filter: Parameters<typeof filterNotes>[1]) {
  return filterNotes(NOTES, filter).map(({ id }) => id)
}

describe('filterNotes', () => {
  it('lists all, last changed first', () => {
    expect(ids({ text: '', tag: null, order: 'modified' })).toEqual(['3', '2', '1'])
  })

  it('wants every word in the note, a tag or the headline, case and accents ignored', () => {
    expect(ids({ text: 'TALKS aid', tag: null, order: 'modified' })).toEqual(['1'])
    expect(ids({ text: 'elysee', tag: null, order: 'modified' })).toEqual(['2'])
    expect(ids({ text: 'talks harbour', tag: null, order: 'modified' })).toEqual([])
  })

  it('wants the tag itself, not a part of it', () => {
    expect(ids({ text: '', tag: 'aid', order: 'modified' })).toEqual(['3', '1'])
    expect(ids({ text: '', tag: 'ai', order: 'modified' })).toEqual([])
  })

  it('puts undated events last in either direction', () => {
    expect(ids({ text: '', tag: null, order: 'event-newest' })).toEqual(['3', '1', '2'])
    expect(ids({ text: '', tag: null, order: 'event-oldest' })).toEqual(['1', '3', '2'])
  })
})
