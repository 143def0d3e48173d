import type { EventDetail } from '#shared/event.ts'
import { describe, expect, it } from 'vitest'
import { citeEvent } from '../../../src-renderer/components/reader/cite-event.ts'

const EVENT: EventDetail = {
  id: 'news/2011/03/4/harbour-reopens',
  date: '2011-03-04',
  title: 'The harbour reopens',
  topic: null,
  path: 'news/2011/03/4/harbour-reopens.md',
  dayPath: null,
  summary: '',
  body: null,
  sources: [{ name: 'Coast Herald', url: 'https://herald.example/a', image: null }],
  relations: [],
  backlinks: [],
  revisions: [],
  entities: [],
  pageTags: [],
  pageHash: null,
  textVersion: '',
}

describe('citeEvent', () => {
  it('names headline, date of the event, sources and page', () => {
    expect(citeEvent(EVENT)).toBe(
      '“The harbour reopens” (event of 2011-03-04). Sources: [Coast Herald](<https://herald.example/a>). Archive page: `news/2011/03/4/harbour-reopens.md`.',
    )
  })

  it('leaves out what the archive does not know', () => {
    const bare = { ...EVENT, date: null, sources: [], path: null }
    expect(citeEvent(bare)).toBe('“The harbour reopens” (undated event).')
  })

  it('lets no headline or address become Markdown', () => {
    const hostile: EventDetail = {
      ...EVENT,
      title: 'A *bold* [claim](http://x.example)\n# made',
      path: 'a`b.md',
      sources: [{ name: '<b>', url: 'https://x.example/a b>c', image: null }],
    }
    const citation = citeEvent(hostile)
    expect(citation).toContain('A \\*bold\\* \\[claim\\](http://x.example) \\# made')
    expect(citation).toContain('[\\<b\\>](<https://x.example/a%20b%3Ec>)')
    expect(citation).toContain('`` a`b.md ``')
  })

  it('names a source that has no address', () => {
    const event = { ...EVENT, sources: [{ name: 'Radio', url: null, image: null }] }
    expect(citeEvent(event)).toContain('Sources: Radio.')
  })
})
