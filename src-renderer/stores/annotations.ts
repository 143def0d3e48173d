import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { EventId } from '#shared/event.ts'
import type { Annotation, HighlightColour, TagCount } from '#shared/notebook.ts'
import { notes } from '../locales/en/notes.ts'
import { onMainEvent, rpc } from '../rpc.ts'
import { coalesce } from './coalesce.ts'
import { type NoteCalls, type NoteDraft, createNoteDraft } from './note-draft.ts'
import { useNotebookStore } from './notebook.ts'
import { createShownMarks } from './shown-marks.ts'

const calls: NoteCalls = {
  create: (annotation) => rpc.createAnnotation(annotation),
  update: (id, { note, tags }) => rpc.updateAnnotation(id, { note, tags }),
  remove: (id) => rpc.deleteAnnotations([id]),
  list: (eventId) => rpc.listAnnotations(eventId),
}

/** The researcher's notes and tags, the marks they leave in lists, and the notes being written. */
export const useAnnotationsStore = defineStore('annotations', () => {
  const notebook = useNotebookStore()
  /** Every tag of the notebook, most used first. */
  const tags = shallowRef<TagCount[]>([])
  /** Rises with every change of the notebook: what was listed before may be out of date. */
  const version = ref(0)
  const drafts = shallowReactive(new Map<string, NoteDraft>())

  /** The marks of those of some events that have any, as they are now. */
  const readMarks = (eventIds: EventId[]) => rpc.listMarks(eventIds)
  const marks = createShownMarks(readMarks)

  const refresh = coalesce(async () => {
    tags.value = await rpc.listTags().catch(() => [])
    version.value += 1
  })

  /** Let the notes being written follow what was changed elsewhere. */
  function followChanges(annotations: Annotation[]) {
    const found = new Map(annotations.map((annotation) => [annotation.id, annotation]))
    for (const draft of drafts.values()) {
      const stored = found.get(draft.annotationId.value ?? '')
      if (stored) draft.follow(stored)
    }
  }

  /** @returns the colour a tag was given, or `null`. */
  function tagColourOf(tag: string): HighlightColour | null {
    return tags.value.find((known) => known.tag === tag)?.colour ?? null
  }

  /** @returns the annotations of an event, or of all events; newest first. */
  async function listAnnotations(eventId: EventId | null): Promise<Annotation[]> {
    const annotations = await rpc.listAnnotations(eventId)
    followChanges(annotations)
    return annotations
  }

  /** Notes of an event that are being written or could not be saved yet. */
  function draftsOf(eventId: EventId): NoteDraft[] {
    return [...drafts.values()].filter((draft) => draft.eventId === eventId)
  }

  /**
   * Begin to write: a new note on the event, or a change of an annotation.
   *
   * @param startAt - What takes the focus.
   */
  function openDraft(
    eventId: EventId,
    annotation: Annotation | null,
    startAt: 'note' | 'tags' = 'note',
  ): NoteDraft | null {
    if (notebook.readOnly) return null
    const isThis = (draft: NoteDraft) => draft.annotationId.value === (annotation?.id ?? null)
    const open = draftsOf(eventId).find(isThis)
    if (open) return open
    const draft = createNoteDraft(eventId, annotation, calls, startAt)
    drafts.set(draft.key, draft)
    return draft
  }

  /** End writing. What could not be saved stays and is tried again. */
  async function leaveDraft(draft: NoteDraft) {
    const outcome = await notebook.report(() => draft.leave())
    if (outcome === null || outcome === 'unsaved') return
    drafts.delete(draft.key)
    if (outcome === 'deleted') await notebook.offerUndo(notes.noteDeleted)
  }

  /** Put an annotation into the trash. @param said - What to say when it is there. */
  async function deleteAnnotation(id: string, said: string = notes.noteDeleted) {
    const isDone = await notebook.report(async () => {
      await rpc.deleteAnnotations([id])
      return true
    })
    if (!isDone) return
    for (const draft of drafts.values()) {
      if (draft.annotationId.value !== id) continue
      draft.drop()
      drafts.delete(draft.key)
    }
    await notebook.offerUndo(said)
  }

  function onChange(eventIds: EventId[] | null) {
    marks.follow(eventIds)
    void refresh()
  }

  onMainEvent('onNotebookChanged', onChange)
  onMainEvent('onArchiveChanged', () => onChange(null))
  void refresh()

  return {
    marksOf: marks.marksOf,
    readMarks,
    tags,
    tagColourOf,
    tagNames: computed(() => tags.value.map(({ tag }) => tag)),
    version,
    draftsOf,
    openDraft,
    leaveDraft,
    listAnnotations,
    deleteAnnotation,
  }
})
