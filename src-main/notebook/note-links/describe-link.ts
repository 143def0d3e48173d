import type { EventId } from '#shared/event.ts'
import type { Claim } from '#shared/claim.ts'
import type { Annotation, Collection } from '#shared/notebook.ts'
import type { NoteLink } from '#shared/notebook-api.ts'
import { living } from '../living.ts'
import type { RecordStore } from '../record-store.ts'
import type { PlacedLink } from './note-link-index.ts'

/** A link of the notebook, and what is needed to see where it leads. */
export interface NoteLinkCandidate extends NoteLink {
  /** The event whose page the link is written as if on; empty for texts about no event. */
  from: EventId
  /** As written. */
  href: string
}

interface LinkingRecords {
  annotation: RecordStore<Annotation>
  collection: RecordStore<Collection>
  claim: RecordStore<Claim>
}

/** @returns the link with the record that holds it; `null` where that is gone. */
export function describeLink(
  { source, href, excerpt }: PlacedLink,
  records: LinkingRecords,
): NoteLinkCandidate | null {
  const { kind, id, entryId } = source
  const link = { kind, id, href, excerpt }
  if (kind === 'note') {
    const event = living(records.annotation.peek(id))?.event
    return event ? { ...link, title: event.title, event, from: event.id } : null
  }
  const collection = living(records.collection.peek(id))
  const claim = living(records.claim.peek(id))
  const title = collection?.name ?? claim?.name
  if (title === undefined) return null
  const entries = [...(collection?.entries ?? []), ...(claim?.evidence ?? [])]
  const event = entries.find((entry) => entry.id === entryId)?.event ?? null
  return { ...link, title, event, from: event?.id ?? '' }
}
