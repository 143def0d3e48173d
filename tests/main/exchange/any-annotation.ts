import * as fc from 'fast-check'
import { EVENT_TEXT_PARTS } from '#shared/event-text.ts'
import { type Annotation, HIGHLIGHT_COLOURS, REVIEW_STATES } from '#shared/notebook.ts'

/** Words in several scripts and directions, and what breaks naive writers. */
const PIECES = [
  ...[
    'fuel aid',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '',
    '会谈',
    '燃料援助',
    'שלום',
    'محادثات',
    '\u202E',
    '🙂',
  ],
  ...['\u2028', '\u0000', '\uD800', '\uDC00', '"', '\\', '</script>', '__proto__', '"items": []'],
  ...['# heading', '- item', '&amp;', '<b>', 'é', 'e\u0301', '%41', 'null'],
]
export const anyText = fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 6 })

const anyMoment = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
/** An id is part of an IRI, which cannot hold half of a character. */
const anyId = fc.oneof(
  fc.uuid(),
  anyText.map((text) => `id ${text.toWellFormed()}`),
)
const anyDate = fc.constantFrom(null, '2008', '2008-06', '2008-06-06')
const anyEventId = anyText.map((text) => `news/2008/${text}`)

const anySelector = fc.record(
  {
    exact: anyText,
    prefix: anyText,
    suffix: anyText,
    startUtf16: fc.nat(9999),
    endUtf16: fc.nat(9999),
    textVersion: fc.string(),
    pageHash: fc.option(fc.string()),
    part: fc.constantFrom(...EVENT_TEXT_PARTS),
  },
  {
    requiredKeys: [
      'exact',
      'prefix',
      'suffix',
      'startUtf16',
      'endUtf16',
      'textVersion',
      'pageHash',
    ],
    noNullPrototype: true,
  },
)

/** Any annotation that a notebook may hold outside of its trash, also one written by hand. */
export const anyAnnotation: fc.Arbitrary<Annotation> = fc.record(
  {
    id: anyId,
    created: fc.oneof(anyMoment, fc.constant('yesterday')),
    modified: anyMoment,
    event: fc.record({ id: anyEventId, date: anyDate, title: anyText, text: anyText }),
    note: anyText,
    tags: fc.array(anyText, { maxLength: 3 }),
    selector: fc.option(anySelector),
    colour: fc.option(fc.constantFrom(...HIGHLIGHT_COLOURS)),
    state: fc.constantFrom(...REVIEW_STATES),
    formerEventIds: fc.array(anyEventId, { maxLength: 2 }),
    wordings: fc.array(fc.record({ note: anyText, replaced: anyMoment }), { maxLength: 2 }),
    copyOf: anyId,
  },
  {
    requiredKeys: [
      'id',
      'created',
      'modified',
      'event',
      'note',
      'tags',
      'selector',
      'colour',
      'state',
    ],
    noNullPrototype: true,
  },
)
