import type { EventDate } from '#shared/event.ts'
import type { SearchableAnnotation } from '#shared/notebook-marks.ts'
import type { DateTest, LeafNode, TermNode } from '#shared/search-query/query-tree.ts'
import { wordTest } from '../find-names.ts'
import { exactWordTest } from '../leaves/exact-words.ts'

type CopiedEvent = Pick<SearchableAnnotation, 'eventId' | 'eventDate' | 'eventTitle'>

/** A condition on events, asked of what the notebook has copied of one that is not in the archive. */
export function testOfCopy(leaf: LeafNode): (copy: CopiedEvent) => boolean {
  switch (leaf.kind) {
    case 'date':
      return ({ eventDate }) => passesDate(eventDate, leaf.test)
    case 'term':
      return testOfTerm(leaf)
    case 'has':
    case 'mark':
      return () => false
  }
}

function testOfTerm(term: TermNode): (copy: CopiedEvent) => boolean {
  const { field, value, isExact, isPrefix } = term
  switch (field) {
    case 'text':
    case 'title': {
      const hasWords = isExact ? exactWordTest(value) : wordTest(term)
      return ({ eventTitle }) => hasWords(eventTitle)
    }
    case 'id':
      return ({ eventId }) => (isPrefix ? eventId.startsWith(value) : eventId === value)
    case 'topic':
    case 'entity':
    case 'source':
    case 'note':
    case 'tag':
    case 'collection':
      return () => false
  }
}

/** A partial date is all its days; an event with one is within what its first characters are within. */
function passesDate(date: EventDate, test: DateTest): boolean {
  if (test.kind === 'undated') return date === null
  if (date === null) return false
  switch (test.kind) {
    case 'before':
      return date < test.date
    case 'after':
      return date.slice(0, test.date.length) > test.date
    case 'within': {
      const { first, last } = test
      if (first !== null && date < first) return false
      return last === null || date.slice(0, last.length) <= last
    }
  }
}
