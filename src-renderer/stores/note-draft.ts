import { type ShallowRef, ref, shallowRef } from 'vue'
import { AnnalsError, type ErrorCode } from '#shared/errors.ts'
import type { EventId } from '#shared/event.ts'
import type { NewAnnotation } from '#shared/notebook-api.ts'
import type { Annotation } from '#shared/notebook.ts'
import { type AutosaveState, createAutosave } from './autosave.ts'

/** What a note is made of. */
export interface NoteContent {
  note: string
  tags: string[]
}

/** The calls a draft saves itself by. */
export interface NoteCalls {
  create(annotation: NewAnnotation): Promise<Annotation>
  update(id: string, content: NoteContent): Promise<Annotation>
  remove(id: string): Promise<void>
  list(eventId: EventId): Promise<Annotation[]>
}

/** @returns whether there is nothing in it that could be kept. */
export function isBlank(content: NoteContent): boolean {
  return content.note.trim() === '' && content.tags.length === 0
}

function isSame(one: NoteContent, other: NoteContent): boolean {
  return one.note === other.note && one.tags.join('\n') === other.tags.join('\n')
}

function hasCode(reason: unknown, code: ErrorCode): boolean {
  return reason instanceof AnnalsError && reason.code === code
}

export type NoteDraft = ReturnType<typeof createNoteDraft>

let drafts = 0

/**
 * A note being written on one event. It belongs to its event for good, whatever is shown meanwhile;
 * the annotation is made at the first words and follows what is typed. The note of a mark may be
 * empty: the mark stays.
 *
 * @param annotation - What is being changed, or `null` for a new note on the whole event.
 * @param startAt - What takes the focus.
 */
export function createNoteDraft(
  eventId: EventId,
  annotation: Annotation | null,
  calls: NoteCalls,
  startAt: 'note' | 'tags' = 'note',
) {
  drafts += 1
  const key = `draft-${drafts}`
  const annotationId = ref(annotation?.id ?? null)
  const { selector, colour } = annotation ?? { selector: null, colour: null }
  const isMark = selector !== null
  const content: ShallowRef<NoteContent> = shallowRef({
    note: annotation?.note ?? '',
    tags: annotation?.tags ?? [],
  })
  const state = ref<AutosaveState>('saved')
  const error = shallowRef<unknown>(null)

  const autosave = createAutosave<NoteContent>({
    save,
    onState: (next, reason) => {
      state.value = next
      error.value = reason
    },
  })

  async function save(next: NoteContent) {
    if (annotationId.value !== null) {
      try {
        await calls.update(annotationId.value, next)
        return
      } catch (reason) {
        if (!hasCode(reason, 'ANNOTATION_NOT_FOUND')) throw reason
        // Deleted elsewhere while it was being written: the words are worth more than the deletion.
        annotationId.value = null
      }
    }
    annotationId.value = await createOnce(next)
  }

  /** A note that is made but not on disk yet must not be made twice: look for it first. */
  async function createOnce(next: NoteContent): Promise<string> {
    try {
      return (await calls.create({ eventId, selector, colour, ...next })).id
    } catch (reason) {
      if (!hasCode(reason, 'NOTEBOOK_NOT_SAVED')) throw reason
      const made = await calls.list(eventId)
      annotationId.value = made.find((annotation) => isSame(annotation, next))?.id ?? null
      throw reason
    }
  }

  function isNothing(): boolean {
    return !isMark && isBlank(content.value)
  }

  /** Take what was typed; an empty note waits for the draft to be left. */
  function write(change: Partial<NoteContent>) {
    content.value = { ...content.value, ...change }
    if (isNothing()) autosave.drop()
    else autosave.change(content.value)
  }

  /** Take a change made elsewhere (undo, another program), unless newer words wait here. */
  function follow(stored: Annotation) {
    if (state.value === 'saved' && !isNothing() && !isSame(stored, content.value)) {
      content.value = { note: stored.note, tags: stored.tags }
    }
  }

  /**
   * Save or, where nothing is left of it, delete.
   *
   * @returns `kept` where it is saved, `deleted` where an annotation was deleted, `unsaved` where it
   * could not be saved and has to stay, `nothing` where there never was anything.
   */
  async function leave(): Promise<'kept' | 'deleted' | 'unsaved' | 'nothing'> {
    const isSaved = await autosave.flush()
    if (!isNothing()) return isSaved ? 'kept' : 'unsaved'
    if (annotationId.value === null) return 'nothing'
    await calls.remove(annotationId.value)
    annotationId.value = null
    return 'deleted'
  }

  return {
    key,
    eventId,
    /** Whether it began as a new note. */
    isNew: annotation === null,
    /** Whether it is about marked words. */
    isMark,
    startAt,
    annotationId,
    content,
    state,
    error,
    write,
    follow,
    leave,
    flush: autosave.flush,
    drop: autosave.drop,
  }
}
