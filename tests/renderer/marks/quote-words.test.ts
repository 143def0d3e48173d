import { describe, expect, it } from 'vitest'
import type { EventDetail } from '#shared/event.ts'
import { quoteWords } from '../../../src-renderer/components/marks/quote-words.ts'

const EVENT: EventDetail = {
  id: 'news/2011/03/4/harbour-reopens',
  date: '2011-03-04',
  title: 'The harbour reopens',
  topic: null,
  path: 'news/2011/03/4/harbour-reopens.md',
  dayPath: null,
  summary: '',
  body: null,
  sources: [],
  relations: [],
  backlinks: [],
  revisions: [],
  entities: [],
  pageTags: [],
  pageHash: null,
  textVersion: 'v1',
}

describe('quoteWords', () => {
  it('is a Markdown quotation with where the words are from', () => {
    expect(quoteWords('ships *again*', EVENT)).toBe(
      '> ships \\*again\\*\n>\n> — “The harbour reopens” (event of 2011-03-04). Archive page: `news/2011/03/4/harbour-reopens.md`.',
    )
  })

  it('keeps every line in the quotation', () => {
    expect(quoteWords('one\ntwo', EVENT)).toMatch(/^> one\n> two\n>\n> — /)
  })
})
