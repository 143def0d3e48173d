import type { Claim } from '#shared/claim.ts'
import type { Annotation, Collection, EventCopy } from '#shared/notebook.ts'
import { withoutDeleted } from '../living.ts'
import { mergeAnnotations } from '../merge-annotations.ts'
import { mergeClaims } from '../merge-claims.ts'
import { mergeCollections } from '../merge-collections.ts'
import { mergeSavedSearches, spareSavedSearch } from '../merge-saved-searches.ts'
import { mergeTags } from '../merge-tags.ts'
import type { RecordTypes } from '../record-change.ts'

interface Deletable {
  modified: string
  deleted?: string
}

/**
 * How two versions of a record are joined of which nobody knows what they began as. Joining the
 * result with the second version again gives the same.
 *
 * @returns what takes the place of both, then what has to be kept beside it.
 */
export const INCOMING_MERGERS: {
  [Kind in keyof RecordTypes]: (
    ours: RecordTypes[Kind],
    theirs: RecordTypes[Kind],
  ) => [RecordTypes[Kind], ...RecordTypes[Kind][]]
} = {
  annotation: joinLiving(mergeAnnotationPair),
  collection: joinLiving((ours, theirs) => [
    mergeCollections(null, ours, alignEntries(ours, theirs)),
  ]),
  claim: joinLiving((ours, theirs) => [mergeClaims(null, ours, alignEvidence(ours, theirs))]),
  savedSearch: joinLiving((ours, theirs) => {
    const spare = spareSavedSearch(null, ours, theirs)
    return [mergeSavedSearches(null, ours, theirs), ...(spare ? [spare] : [])]
  }),
  tag: (ours, theirs) => [mergeTags([], [ours], [theirs])[0] ?? ours],
}

/**
 * Join two versions as they are outside of the trash. The result is in the trash where both are, or
 * where one was put there after the other was written.
 */
function joinLiving<Item extends Deletable>(
  join: (ours: Item, theirs: Item) => [Item, ...Item[]],
): (ours: Item, theirs: Item) => [Item, ...Item[]] {
  return (ours, theirs) => {
    const [first, ...others] = join(withoutDeleted(ours), withoutDeleted(theirs))
    const deleted = chooseDeleted(ours, theirs)
    return [deleted === null ? first : { ...first, deleted }, ...others]
  }
}

function chooseDeleted(ours: Deletable, theirs: Deletable): string | null {
  if (ours.deleted !== undefined && theirs.deleted !== undefined) {
    return ours.deleted > theirs.deleted ? ours.deleted : theirs.deleted
  }
  const [deleted, other] = ours.deleted === undefined ? [theirs, ours] : [ours, theirs]
  return deleted.deleted !== undefined && deleted.deleted >= other.modified ? deleted.deleted : null
}

/** Where one version was made of the other, it takes its place; else both notes are kept. */
function mergeAnnotationPair(ours: Annotation, theirs: Annotation): [Annotation, ...Annotation[]] {
  const [newer, older] = ours.modified >= theirs.modified ? [ours, theirs] : [theirs, ours]
  const base = isMadeOf(newer, older) ? older : undefined
  const [first = newer, ...others] = mergeAnnotations(ours, theirs, base)
  const wordings = keepOrder(ours.wordings ?? [], first.wordings ?? [])
  const tags = keepOrder(ours.tags, first.tags)
  return [{ ...first, tags, ...(first.wordings && { wordings }) }, ...others]
}

/** @returns ours where both hold the same, in whatever order, so that joining again changes nothing. */
function keepOrder<Item>(ours: readonly Item[], joined: readonly Item[]): Item[] {
  const texts = new Set(ours.map((item) => JSON.stringify(item)))
  const isSame = joined.every((item) => texts.has(JSON.stringify(item)))
  return [...(isSame && joined.length === ours.length ? ours : joined)]
}

/** Whether a version knows the other's note as an earlier wording, or the other was never changed. */
function isMadeOf(newer: Annotation, older: Annotation): boolean {
  if (newer.modified === older.modified) return false
  const isWording = newer.wordings?.some(({ note }) => note === older.note) ?? false
  return isWording || older.modified === older.created
}

/** Where our entry followed a moved event, theirs does as well. */
function alignEntries(ours: Collection, theirs: Collection): Collection {
  return { ...theirs, entries: alignEvents(ours.entries, theirs.entries) }
}

function alignEvidence(ours: Claim, theirs: Claim): Claim {
  return { ...theirs, evidence: alignEvents(ours.evidence, theirs.evidence) }
}

function alignEvents<Entry extends { id: string; event: EventCopy }>(
  ours: readonly Entry[],
  theirs: readonly Entry[],
): Entry[] {
  const events = new Map(ours.map(({ id, event }) => [id, event]))
  return theirs.map((entry) => ({ ...entry, event: events.get(entry.id) ?? entry.event }))
}
