import type { SearchableAnnotation } from '#shared/notebook-marks.ts'
import type { TextSelector } from '#shared/notebook.ts'

/** An annotation on an event that says nothing but what is given. */
export function makeAnnotation(
  id: string,
  eventId: string,
  more: Partial<SearchableAnnotation> = {},
): SearchableAnnotation {
  const time = '2020-01-01T10:00:00.000Z'
  return {
    ...{ id, eventId, note: '', tags: [], selector: null, colour: null, state: 'open' },
    ...{ created: time, modified: time, eventDate: null, eventTitle: '' },
    ...more,
  }
}

/** A selector of words that stood at an offset of some other text. */
export function makeSelector(exact: string, more: Partial<TextSelector> = {}): TextSelector {
  return {
    ...{ exact, prefix: '', suffix: '', startUtf16: 0, endUtf16: exact.length },
    ...{ textVersion: 'another', pageHash: null },
    ...more,
  }
}
