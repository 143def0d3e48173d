import { randomUUID } from 'node:crypto'
import { AnnalsError } from '#shared/errors.ts'
import type { EventId } from '#shared/event.ts'
import type { Annotation, EventCopy } from '#shared/notebook.ts'
import type { AnnotationStore } from './annotation-store.ts'
import { compareText } from './compare-text.ts'
import type { Journal } from './journal.ts'
import { stepLabels } from './step-labels.ts'
import { cleanTags } from './tags.ts'

/** What a new annotation is made of. */
export interface NewAnnotation {
  event: EventCopy
  /** Markdown, kept byte for byte. */
  note: string
  tags: readonly string[]
}

/** What of an annotation can be changed; what is left out stays. */
export interface AnnotationChange {
  note?: string
  tags?: readonly string[]
}

/** The notes on events. */
export class Annotations {
  readonly #store: AnnotationStore
  readonly #journal: Journal

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
    const annotation = this.#store.peek(id)
    if (annotation) return annotation
    throw new AnnalsError('ANNOTATION_NOT_FOUND', 'This annotation is not in the notebook.', {
      details: { id },
    })
  }

  /** @throws ANNOTATION_EMPTY, NOTEBOOK_* */
  async create({ event, note, tags }: NewAnnotation): Promise<Annotation> {
    const now = this.#journal.now().toISOString()
    const after: Annotation = {
      id: randomUUID(),
      created: now,
      modified: now,
      event: { id: event.id, date: event.date, title: event.title, text: event.text },
      note,
      tags: cleanTags(tags),
      selector: null,
    }
    requireContent(after)
    const change = { kind: 'annotation', id: after.id, before: null, after } as const
    await this.#journal.commit(change, stepLabels.createAnnotation(event.title))
    return after
  }

  /** @throws ANNOTATION_NOT_FOUND, ANNOTATION_EMPTY, NOTEBOOK_* */
  async update(id: string, { note, tags }: AnnotationChange): Promise<Annotation> {
    const before = this.get(id)
    const modified = this.#journal.now().toISOString()
    const after = {
      ...before,
      modified,
      note: note ?? before.note,
      tags: tags ? cleanTags(tags) : before.tags,
    }
    requireContent(after)
    const { title } = before.event
    const change = { kind: 'annotation', id, before, after } as const
    if (after.note !== before.note) {
      await this.#journal.commit(change, stepLabels.editNote(title), `note ${id}`)
    } else if (!isSameList(after.tags, before.tags)) {
      await this.#journal.commit(change, stepLabels.changeTags(title))
    } else {
      await this.#store.save(id)
    }
    return this.#store.peek(id) ?? after
  }

  /** @throws ANNOTATION_NOT_FOUND, NOTEBOOK_* */
  async delete(id: string): Promise<void> {
    const before = this.get(id)
    const change = { kind: 'annotation', id, before, after: null } as const
    await this.#journal.commit(change, stepLabels.deleteAnnotation(before.event.title))
  }
}

function requireContent({ note, tags, selector }: Annotation): void {
  if (note.trim() !== '' || tags.length > 0 || selector !== null) return
  throw new AnnalsError('ANNOTATION_EMPTY', 'There is neither a note nor a tag.')
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
