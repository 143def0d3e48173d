import type { EventId } from '#shared/event.ts'
import type {
  NotebookMarks,
  SearchableAnnotation,
  SearchableCollection,
} from '#shared/notebook-marks.ts'
import { ClaimedAnnotations } from './claimed-annotations.ts'
import { NamedEvents } from './named-events.ts'
import { type AnnotationWords, NoteIndex } from './note-index.ts'

/** What of the notebook an event can have. */
export type MarkKind = 'note' | 'highlight' | 'tag' | 'collection' | 'claim'

/** What the notebook holds, for searches. Events are told by id, whether the archive has them or not. */
export class NotebookIndex {
  /** The events of each tag. */
  readonly tags = new NamedEvents()
  /** The events of each collection, by its id. */
  readonly collections = new NamedEvents()
  /** The events that have each {@link MarkKind}. */
  readonly kinds = new NamedEvents()
  /** The events that have a highlight of each colour. */
  readonly colours = new NamedEvents()
  /** The events that have an annotation in each state. */
  readonly states = new NamedEvents()
  readonly #annotations = new Map<string, SearchableAnnotation>()
  readonly #collections = new Map<string, SearchableCollection>()
  readonly #evidence = new ClaimedAnnotations()
  readonly #annotated = new NamedEvents()
  readonly #idsByEvent = new Map<EventId, Set<string>>()
  readonly #notes = new NoteIndex()
  #revision = 0

  /** Rises with every change. */
  get revision(): number {
    return this.#revision
  }

  /** Names of the collections by id, also of empty ones. */
  get collectionNames(): ReadonlyMap<string, string> {
    return new Map([...this.#collections].map(([id, { name }]) => [id, name]))
  }

  /** By id. */
  get annotations(): ReadonlyMap<string, SearchableAnnotation> {
    return this.#annotations
  }

  /** Whether an annotation is evidence of a claim. */
  isEvidence(annotationId: string): boolean {
    return this.#evidence.has(annotationId)
  }

  annotationsOf(eventId: EventId): SearchableAnnotation[] {
    const ids = this.#idsByEvent.get(eventId) ?? []
    return [...ids].flatMap((id) => this.#annotations.get(id) ?? [])
  }

  /** Whether an event has an annotation or is in a collection. */
  isAnnotated(id: EventId): boolean {
    return this.#annotated.get('')?.counts.has(id) ?? false
  }

  /**
   * Annotations that have these words in a row, in a text that passes a test.
   *
   * @param texts - Where to look: the notes, the marked words, or both.
   */
  findWords(
    words: { value: string; isPrefix: boolean },
    texts: readonly (keyof AnnotationWords)[],
    passes: (text: string) => boolean,
  ): SearchableAnnotation[] {
    const found = this.#notes.find(words, texts).flatMap((id) => this.#annotations.get(id) ?? [])
    return found.filter((annotation) => {
      const said = wordsOf(annotation)
      return texts.some((text) => passes(said[text]))
    })
  }

  /** Make notes searchable that wait for it. @param most - So many at most. @returns whether others wait. */
  indexNotes(most: number): boolean {
    return this.#notes.indexWaiting(most)
  }

  set({ isAll, annotations, collections, claims, removed }: NotebookMarks): void {
    this.#revision++
    if (isAll) this.#clear()
    const notes = new Map<string, AnnotationWords | null>()
    for (const id of removed) {
      if (this.#forgetAnnotation(id)) notes.set(id, null)
      this.#forgetCollection(id)
      this.#setEvidence(id, [])
    }
    for (const { id, annotationIds } of claims) this.#setEvidence(id, annotationIds)
    for (const annotation of annotations) {
      if (this.#forgetAnnotation(annotation.id)) notes.set(annotation.id, null)
      this.#annotations.set(annotation.id, annotation)
      this.#countAnnotation(annotation, 'add')
      const said = wordsOf(annotation)
      if (said.note.trim() !== '' || said.quote !== '') notes.set(annotation.id, said)
    }
    for (const collection of collections) {
      this.#forgetCollection(collection.id)
      this.#collections.set(collection.id, collection)
      this.#countCollection(collection, 'add')
    }
    this.#notes.set(notes)
  }

  /** @returns whether there was one. */
  #forgetAnnotation(id: string): boolean {
    const annotation = this.#annotations.get(id)
    if (!annotation) return false
    this.#countAnnotation(annotation, 'remove')
    return this.#annotations.delete(id)
  }

  #forgetCollection(id: string): void {
    const collection = this.#collections.get(id)
    if (!collection) return
    this.#countCollection(collection, 'remove')
    this.#collections.delete(id)
  }

  #setEvidence(claimId: string, annotationIds: readonly string[]): void {
    for (const [id, how] of this.#evidence.set(claimId, annotationIds)) {
      const annotation = this.#annotations.get(id)
      if (annotation) this.kinds[how]('claim', annotation.eventId)
    }
  }

  #countAnnotation(annotation: SearchableAnnotation, how: 'add' | 'remove'): void {
    const { id, eventId, note, tags, selector, colour, state } = annotation
    this.#annotated[how]('', eventId)
    this.states[how](state, eventId)
    if (colour !== null) this.colours[how](colour, eventId)
    if (note.trim() !== '') this.kinds[how]('note', eventId)
    if (selector !== null) this.kinds[how]('highlight', eventId)
    if (tags.length > 0) this.kinds[how]('tag', eventId)
    if (this.#evidence.has(id)) this.kinds[how]('claim', eventId)
    for (const tag of tags) this.tags[how](tag, eventId)
    const ids = this.#idsByEvent.get(eventId) ?? new Set()
    if (how === 'add') ids.add(id)
    else ids.delete(id)
    if (ids.size > 0) this.#idsByEvent.set(eventId, ids)
    else this.#idsByEvent.delete(eventId)
  }

  #countCollection({ id, eventIds }: SearchableCollection, how: 'add' | 'remove'): void {
    for (const eventId of eventIds) {
      this.#annotated[how]('', eventId)
      this.kinds[how]('collection', eventId)
      this.collections[how](id, eventId)
    }
  }

  #clear(): void {
    const { tags, collections, kinds, colours, states } = this
    for (const events of [tags, collections, kinds, colours, states]) events.clear()
    this.#annotated.clear()
    this.#evidence.clear()
    this.#idsByEvent.clear()
    this.#annotations.clear()
    this.#collections.clear()
    this.#notes.clear()
  }
}

function wordsOf({ note, selector }: SearchableAnnotation): AnnotationWords {
  return { note, quote: selector?.exact ?? '' }
}
