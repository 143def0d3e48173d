import fc from 'fast-check'

const PIECES = [
  ' ',
  ' ',
  ' ',
  '(',
  ')',
  '-',
  '*',
  '"',
  '“',
  '”',
  '\\',
  ':',
  ' OR ',
  ' AND ',
  '..',
  '\0',
  'NEAR(',
  'fuel',
  'aid',
  'Économie',
  '傳播',
  '核',
  'سلام',
  'title:',
  'topic:',
  'entity:',
  'source:',
  'id:',
  'date:',
  'before:',
  'after:',
  'tag:',
  'none',
  '2008',
  '2008-06',
  '2009-01-31',
  '\ud83d',
]

/** Queries that look like the search language, mostly broken. */
export const anyQuery = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 24 })
  .map((p) => p.join(''))
