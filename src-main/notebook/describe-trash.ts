import type { RecordKind, TrashItem } from '#shared/trash.ts'
import type { RecordTypes } from './record-change.ts'
import { shortenText } from './shorten-text.ts'

const LONGEST_TITLE = 120

/** The kinds of records that can be in the trash. */
export type DeletableKind = RecordKind & keyof RecordTypes

type Description = Pick<TrashItem, 'title' | 'event' | 'size'>

/** How a record of each kind is shown in the trash. */
export const TRASH_DESCRIBERS: {
  [Kind in DeletableKind]: (record: RecordTypes[Kind]) => Description
} = {
  annotation: ({ event, note, tags, selector }) => {
    const words = [selector?.exact, note, tags.join(', ')].find((text) => text?.trim()) ?? ''
    return { title: shortenText(words, LONGEST_TITLE), event, size: null }
  },
  collection: ({ name, entries }) => ({ title: name, event: null, size: entries.length }),
  savedSearch: ({ name }) => ({ title: name, event: null, size: null }),
  claim: ({ name, evidence }) => ({ title: name, event: null, size: evidence.length }),
}
