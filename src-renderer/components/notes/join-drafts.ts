import type { Annotation } from '#shared/notebook.ts'
import type { NoteDraft } from '../../stores/note-draft.ts'

/** One place in the list of an event's notes: a note being written or one to read. */
export interface NoteItem {
  /** Stays the same while a note is written, also when its annotation is first made. */
  key: string
  draft: NoteDraft | null
  annotation: Annotation | null
}

/** Put the notes being written among the others: new ones first, changed ones in their places. */
export function joinDrafts(
  annotations: readonly Annotation[],
  drafts: readonly NoteDraft[],
): NoteItem[] {
  const ordered = annotations.toSorted((one, other) => other.created.localeCompare(one.created))
  const draftOf = (annotation: Annotation) =>
    drafts.find((draft) => draft.annotationId.value === annotation.id) ?? null
  const isChange = (draft: NoteDraft) =>
    !draft.isNew && annotations.some(({ id }) => id === draft.annotationId.value)
  const fresh = drafts.filter((draft) => !isChange(draft))
  return [
    ...fresh.map((draft) => ({ key: draft.key, draft, annotation: null })),
    ...ordered.flatMap((annotation) => {
      const draft = draftOf(annotation)
      if (draft && !isChange(draft)) return []
      return [{ key: draft?.key ?? annotation.id, draft, annotation }]
    }),
  ]
}
