import type { Claim } from '#shared/claim.ts'
import type { Annotation, Collection } from '#shared/notebook.ts'
import type { NoteLinkIndex } from './note-link-index.ts'

/** Tell the index of the note of an annotation that is there, was changed or is gone. */
export function followNote(
  index: NoteLinkIndex,
  before: Annotation | null,
  after: Annotation | null,
): void {
  const id = (after ?? before)?.id
  if (id === undefined || before?.note === after?.note) return
  index.set({ kind: 'note', id, entryId: null }, after?.note ?? null)
}

/** Tell the index of the texts of a collection that is there, was changed or is gone. */
export function followCollectionTexts(
  index: NoteLinkIndex,
  before: Collection | null,
  after: Collection | null,
): void {
  const id = (after ?? before)?.id
  if (id === undefined) return
  if (before?.introduction !== after?.introduction) {
    index.set({ kind: 'introduction', id, entryId: null }, after?.introduction ?? null)
  }
  followRemarks(index, id, mapRemarks(before?.entries), mapRemarks(after?.entries))
}

/** Tell the index of the texts of a claim that is there, was changed or is gone. */
export function followClaimTexts(
  index: NoteLinkIndex,
  before: Claim | null,
  after: Claim | null,
): void {
  const id = (after ?? before)?.id
  if (id === undefined) return
  if (before?.verdict !== after?.verdict) {
    index.set({ kind: 'verdict', id, entryId: null }, after?.verdict ?? null)
  }
  followRemarks(index, id, mapRemarks(before?.evidence), mapRemarks(after?.evidence))
}

/** @param id - Of the record whose entries or evidence the remarks are on. */
function followRemarks(
  index: NoteLinkIndex,
  id: string,
  was: ReadonlyMap<string, string>,
  is: ReadonlyMap<string, string>,
): void {
  for (const entryId of new Set([...was.keys(), ...is.keys()])) {
    if (was.get(entryId) === is.get(entryId)) continue
    index.set({ kind: 'remark', id, entryId }, is.get(entryId) ?? null)
  }
}

function mapRemarks(
  entries: readonly { id: string; remark: string }[] | undefined,
): Map<string, string> {
  return new Map(entries?.map(({ id, remark }) => [id, remark]))
}
