import { randomUUID } from 'node:crypto'
import { AnnalsError } from '#shared/errors.ts'
import type { EventId } from '#shared/event.ts'
import type { Annotation, EventCopy, HighlightColour, TextSelector } from '#shared/notebook.ts'
import type { BulkAnnotationChange } from '#shared/notebook-api.ts'
import {
  type Marking,
  labelCreation,
  labelDeletion,
  labelEdit,
  labelEdits,
  listMarkings,
} from './annotation-labels.ts'
import type { AnnotationStore } from './annotation-store.ts'
import { cleanTags } from './clean-tags.ts'
import { compareText } from './compare-text.ts'
import { type AnnotationChange, editAnnotation, requireContent } from './edit-annotation.ts'
import { editInBulk } from './edit-in-bulk.ts'
import type { Journal } from './journal.ts'
import { living } from './living.ts'
import { NoteWordings } from './note-wordings.ts'
import { stepLabels } from './step-labels.ts'

/** What a new annotation is made of. */
export interface NewAnnotation {
  event: EventCopy
  /** Markdown, kept byte for byte. */
  note: string
  tags: readonly string[]
  /** The words it marks; `null` or absent for a note on the whole event. */
  selector?: TextSelector | null
  /** Only marked words have one. */
  colour?: HighlightColour | null
}

type AnnotationEdit = ReturnType<typeof changeOf<Annotation>>

/** The notes and highlights on events. */
export class Annotations {
  readonly #store: AnnotationStore
  readonly #journal: Journal
  readonly #wordings = new NoteWordings()

  constructor(store: AnnotationStore, journal: Journal) {
    this.#store = store
    this.#journal = journal
  }

  /** Newest first; of one event, or all. */
  list(eventId: EventId | null): Annotation[] {
    const annotations = eventId === null ? this.#store.all() : this.#store.of(eventId)
    return annotations.toSorted((one, other) => compareText(other.created, one.created))
  }

  /** @throws ANNOTATION_NOT_FOUND */
  get(id: string): Annotation {
    const annotation = living(this.#store.peek(id))
    if (annotation) return annotation
    throw new AnnalsError('ANNOTATION_NOT_FOUND', 'This annotation is not in the notebook.', {
      details: { id },
    })
  }

  /** Those of some that the notebook has, also in the trash, by id. */
  peekAll(ids: readonly string[]): ReadonlyMap<string, Annotation> {
    const known = ids.map((id) => [id, this.#store.peek(id)] as const)
    return new Map(known.flatMap(([id, annotation]) => (annotation ? [[id, annotation]] : [])))
  }

  /** @throws ANNOTATION_EMPTY, NOTEBOOK_* */
  async create(annotation: NewAnnotation): Promise<Annotation> {
    const after = makeAnnotation(annotation, this.#journal.now())
    requireContent(after)
    this.#wordings.written(after.id, after.note, this.#journal.now())
    await this.#journal.commit([changeOf(null, after)], labelCreation(after))
    return after
  }

  /** @throws ANNOTATION_NOT_FOUND, ANNOTATION_EMPTY, NOTEBOOK_* */
  async update(id: string, change: AnnotationChange): Promise<Annotation> {
    const before = this.get(id)
    const edited = editAnnotation(before, change)
    requireContent(edited)
    if (edited === before) {
      await this.#store.save(id)
      return before
    }
    const after = this.#stamp(before, edited)
    const isTyping = after.note !== before.note && after.selector === before.selector
    const editKey = isTyping ? `note ${id}` : undefined
    await this.#journal.commit([changeOf(before, after)], labelEdit(before, after), editKey)
    return this.#store.peek(id) ?? after
  }

  /** Those that nothing would be left of go into the trash. @throws ANNOTATION_NOT_FOUND, NOTEBOOK_* */
  async updateMany(ids: readonly string[], change: BulkAnnotationChange): Promise<void> {
    const now = this.#journal.now().toISOString()
    const markings = new Set<Marking>()
    await this.#journal.commitEach<string, AnnotationEdit>(
      ids,
      (id) => {
        const before = this.get(id)
        const after = editInBulk(before, change, now)
        if (after === before) return null
        for (const marking of listMarkings(before, after)) markings.add(marking)
        return changeOf(before, after)
      },
      (edits) => labelEdits(edits, markings),
    )
  }

  /** Put them into the trash. @throws ANNOTATION_NOT_FOUND, NOTEBOOK_* */
  async delete(ids: readonly string[]): Promise<void> {
    const deleted = this.#journal.now().toISOString()
    await this.#journal.commitEach<string, AnnotationEdit>(
      ids,
      (id) => {
        const before = this.get(id)
        return changeOf(before, { ...before, deleted })
      },
      labelDeletion,
    )
  }

  /**
   * Make an annotation of an earlier wording.
   *
   * @param replaced - When the wording was replaced.
   * @throws ANNOTATION_NOT_FOUND where there is no such annotation or wording; NOTEBOOK_*
   */
  async restoreWording(id: string, replaced: string): Promise<Annotation> {
    const original = this.get(id)
    const wording = original.wordings?.find((one) => one.replaced === replaced)
    if (!wording) {
      const message = 'This wording of the note is not in the notebook.'
      throw new AnnalsError('ANNOTATION_NOT_FOUND', message, { details: { id, replaced } })
    }
    const made = makeAnnotation({ ...original, note: wording.note }, this.#journal.now())
    const after = { ...made, state: original.state, copyOf: id }
    await this.#journal.commit(
      [changeOf(null, after)],
      stepLabels.restoreWording(original.event.title),
    )
    return after
  }

  #stamp(before: Annotation, edited: Annotation): Annotation {
    const now = this.#journal.now()
    const after = { ...edited, modified: now.toISOString() }
    if (edited.note === before.note) return after
    const wordings = this.#wordings.wordingsAfter(before, now)
    this.#wordings.written(before.id, edited.note, now)
    return wordings ? { ...after, wordings } : after
  }
}

function makeAnnotation(
  { event, note, tags, selector = null, colour = null }: NewAnnotation,
  now: Date,
): Annotation {
  return {
    id: randomUUID(),
    created: now.toISOString(),
    modified: now.toISOString(),
    event: { id: event.id, date: event.date, title: event.title, text: event.text },
    note,
    tags: cleanTags(tags),
    selector,
    colour: selector && colour,
    state: 'open',
  }
}

function changeOf<Before extends Annotation | null>(before: Before, after: Annotation) {
  return { kind: 'annotation' as const, id: after.id, before, after }
}
