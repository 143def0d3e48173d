import { randomUUID } from 'node:crypto'
import { AnnalsError } from '#shared/errors.ts'
import type { EventDate, EventId } from '#shared/event.ts'
import type { Annotation, EventCopy } from '#shared/notebook.ts'
import { compareText } from './compare-text.ts'
import { type AnnotationList, sortById } from './document-formats.ts'
import type { DocumentShelf } from './document-shelf.ts'
import type { Journal } from './journal.ts'
import type { NotebookDocument } from './notebook-document.ts'
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

/** The notes on events, in a document for each month of the events. */
export class Annotations {
  readonly #shelf: DocumentShelf<AnnotationList>
  readonly #journal: Journal

  constructor(shelf: DocumentShelf<AnnotationList>, journal: Journal) {
    this.#shelf = shelf
    this.#journal = journal
  }

  /** In no order. */
  all(): Annotation[] {
    return [...this.#shelf.documents.values()].flatMap(({ data }) => data?.annotations ?? [])
  }

  /** Newest first; of one event, or all. */
  list(eventId: EventId | null): Annotation[] {
    return this.all()
      .filter(({ event }) => eventId === null || event.id === eventId)
      .sort((one, other) => compareText(other.created, one.created))
  }

  /** @throws ANNOTATION_NOT_FOUND */
  get(id: string): Annotation {
    const annotation = find(this.#documentOf(id), id)
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
      await this.#documentOf(id)?.save()
    }
    return find(this.#documentOf(id), id) ?? after
  }

  /** @throws ANNOTATION_NOT_FOUND, NOTEBOOK_* */
  async delete(id: string): Promise<void> {
    const before = this.get(id)
    const change = { kind: 'annotation', id, before, after: null } as const
    await this.#journal.commit(change, stepLabels.deleteAnnotation(before.event.title))
  }

  /**
   * Put a record in place of the one with this id; `null` deletes it. In memory at once.
   *
   * @returns settles once it is on disk. @throws NOTEBOOK_DAMAGED and the like at once
   */
  put(id: string, record: Annotation | null): Promise<void> {
    const document =
      this.#documentOf(id) ?? (record && this.#shelf.take(documentName(record.event.date)))
    if (!document) return Promise.resolve()
    const others = (document.data?.annotations ?? []).filter((other) => other.id !== id)
    const annotations = record ? sortById([...others, record]) : others
    return document.set({ ...document.data, annotations })
  }

  #documentOf(id: string): NotebookDocument<AnnotationList> | null {
    const documents = [...this.#shelf.documents.values()]
    return documents.find((document) => find(document, id)) ?? null
  }
}

function find(document: NotebookDocument<AnnotationList> | null, id: string): Annotation | null {
  return document?.data?.annotations.find((annotation) => annotation.id === id) ?? null
}

function documentName(date: EventDate): string {
  const period = /^\d{4}(-\d{2})?/.exec(date ?? '')?.[0]
  return `${period ?? 'undated'}.json`
}

function requireContent({ note, tags, selector }: Annotation): void {
  if (note.trim() !== '' || tags.length > 0 || selector !== null) return
  throw new AnnalsError('ANNOTATION_EMPTY', 'There is neither a note nor a tag.')
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
