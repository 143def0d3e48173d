import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Annotation, EventCopy } from '#shared/notebook.ts'
import { formatDocument } from '../../../src-main/notebook/document-format.ts'
import { ANNOTATIONS_FORMAT, sortById } from '../../../src-main/notebook/document-formats.ts'

const FIRST_YEAR = 2000
const YEARS = 20
const TIME = '2020-01-01T10:00:00.000Z'

/** What a note of the bench says, before it is changed. */
export const NOTE =
  'Compare with the **first** report: the number of dead differs, and so does the place.'

/**
 * Write annotations, spread evenly over the months of twenty years of events, as the documents of a
 * notebook that nobody has open.
 *
 * @returns their ids.
 */
export function fillNotebook(folder: string, count: number): string[] {
  const annotations = Array.from({ length: count }, (_, number) => makeAnnotation(number))
  const byMonth = Map.groupBy(annotations, ({ event }) => event.date?.slice(0, 7) ?? 'undated')
  mkdirSync(join(folder, 'annotations'), { recursive: true })
  for (const [month, ofMonth] of byMonth) {
    const bytes = formatDocument(ANNOTATIONS_FORMAT, { annotations: sortById(ofMonth) })
    writeFileSync(join(folder, 'annotations', `${month}.json`), bytes)
  }
  return annotations.map(({ id }) => id)
}

function makeAnnotation(number: number): Annotation {
  return {
    id: uuidOf(number),
    created: TIME,
    modified: TIME,
    event: eventCopy(number),
    note: NOTE,
    tags: ['to check'],
    selector: null,
    colour: null,
    state: 'open',
  }
}

/** The same for the same number, and in no order. */
function uuidOf(number: number): string {
  const hex = createHash('sha256').update(String(number)).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function eventCopy(number: number): EventCopy {
  const month = number % (YEARS * 12)
  const date = `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-06`
  return {
    id: `news/${date.replaceAll('-', '/')}/the-headline-of-an-event-${number}`,
    date,
    title: `The headline of an event, which is about as long as a headline is, number ${number}`,
    text: 'What happened, in two sentences. It is about as long as the summary of an event page.',
  }
}
