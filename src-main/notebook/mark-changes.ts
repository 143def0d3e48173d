import type { Annotation, Collection } from '#shared/notebook.ts'
import type {
  NotebookMarks,
  SearchableAnnotation,
  SearchableCollection,
} from '#shared/notebook-marks.ts'

/** What has changed for those who search the notebook, since they were last told. */
export class MarkChanges {
  readonly #annotations = new Map<string, Annotation | null>()
  readonly #collections = new Map<string, Collection | null>()

  /** An annotation is there, was changed or is gone. */
  followAnnotation(before: Annotation | null, after: Annotation | null): void {
    const id = (after ?? before)?.id
    if (id !== undefined) this.#annotations.set(id, after)
  }

  /** A collection is there, was changed or is gone. */
  followCollection(before: Collection | null, after: Collection | null): void {
    const id = (after ?? before)?.id
    if (id !== undefined) this.#collections.set(id, after)
  }

  /** What to tell now; from then on it counts as told. */
  take(): NotebookMarks {
    const changes = {
      isAll: false,
      annotations: listPresent(this.#annotations).map(searchableAnnotation),
      collections: listPresent(this.#collections).map(searchableCollection),
      removed: [...listRemoved(this.#annotations), ...listRemoved(this.#collections)],
    }
    this.forget()
    return changes
  }

  /** Count all as told, since all is read anew by whoever searches. */
  forget(): void {
    this.#annotations.clear()
    this.#collections.clear()
  }
}

/** All that a notebook holds, for those who search it. */
export function markAll(
  annotations: readonly Annotation[],
  collections: readonly Collection[],
): NotebookMarks {
  return {
    isAll: true,
    annotations: annotations.map(searchableAnnotation),
    collections: collections.map(searchableCollection),
    removed: [],
  }
}

function searchableAnnotation(annotation: Annotation): SearchableAnnotation {
  const { id, created, modified, event, note, tags, selector, colour, state } = annotation
  return {
    ...{ id, eventId: event.id, note, tags, selector, colour, state, created, modified },
    eventDate: event.date,
    eventTitle: event.title,
  }
}

function searchableCollection({ id, name, entries }: Collection): SearchableCollection {
  return { id, name, eventIds: [...new Set(entries.map(({ event }) => event.id))] }
}

function listPresent<Item>(items: ReadonlyMap<string, Item | null>): Item[] {
  return [...items.values()].filter((item) => item !== null)
}

function listRemoved(items: ReadonlyMap<string, unknown>): string[] {
  return [...items].flatMap(([id, item]) => (item === null ? [id] : []))
}
