import type { Claim } from '#shared/claim.ts'
import type { Annotation, Collection } from '#shared/notebook.ts'
import type {
  NotebookMarks,
  SearchableAnnotation,
  SearchableClaim,
  SearchableCollection,
} from '#shared/notebook-marks.ts'
import { living } from './living.ts'

/** So few that it takes some milliseconds to copy them to another thread. */
const ANNOTATIONS_PER_PART = 1000

/** The records that those who search the notebook are told of. */
interface SearchedRecords {
  annotations: { all(): readonly Annotation[] }
  collections: { all(): readonly Collection[] }
  claims: { all(): readonly Claim[] }
}

/** What has changed for those who search the notebook, since they were last told. */
export class MarkChanges {
  readonly #annotations = new Map<string, Annotation | null>()
  readonly #collections = new Map<string, Collection | null>()
  readonly #claims = new Map<string, Claim | null>()

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

  /** A claim is there, was changed or is gone. */
  followClaim(before: Claim | null, after: Claim | null): void {
    const id = (after ?? before)?.id
    if (id !== undefined) this.#claims.set(id, after)
  }

  /** What to tell now; from then on it counts as told. */
  take(): NotebookMarks {
    const changes = {
      isAll: false,
      annotations: listPresent(this.#annotations).map(searchableAnnotation),
      collections: listPresent(this.#collections).map(searchableCollection),
      claims: listPresent(this.#claims).map(searchableClaim),
      removed: [this.#annotations, this.#collections, this.#claims].flatMap(listRemoved),
    }
    this.forget()
    return changes
  }

  /** Count all as told, since all is read anew by whoever searches. */
  forget(): void {
    this.#annotations.clear()
    this.#collections.clear()
    this.#claims.clear()
  }
}

/** All that a notebook holds, for those who search it. */
export function markAll({ annotations, collections, claims }: SearchedRecords): NotebookMarks {
  return {
    isAll: true,
    annotations: annotations.all().map(searchableAnnotation),
    collections: collections.all().map(searchableCollection),
    claims: claims.all().map(searchableClaim),
    removed: [],
  }
}

/**
 * {@link markAll} in parts, of which the first takes the place of all that was told before. Each part
 * is as it is when it is asked for, so that nothing told in between is told otherwise by a later one.
 */
export function* markInParts(
  records: SearchedRecords & { annotations: { peek(id: string): Annotation | null } },
): Generator<NotebookMarks, void> {
  const ids = records.annotations.all().map(({ id }) => id)
  const listPart = (start: number) =>
    ids
      .slice(start, start + ANNOTATIONS_PER_PART)
      .map((id) => living(records.annotations.peek(id)))
      .filter((annotation) => annotation !== null)
      .map(searchableAnnotation)
  yield {
    isAll: true,
    annotations: listPart(0),
    collections: records.collections.all().map(searchableCollection),
    claims: records.claims.all().map(searchableClaim),
    removed: [],
  }
  for (let start = ANNOTATIONS_PER_PART; start < ids.length; start += ANNOTATIONS_PER_PART) {
    yield { isAll: false, annotations: listPart(start), collections: [], claims: [], removed: [] }
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

function searchableClaim({ id, evidence }: Claim): SearchableClaim {
  return { id, annotationIds: [...new Set(evidence.map(({ annotationId }) => annotationId))] }
}

function listPresent<Item>(items: ReadonlyMap<string, Item | null>): Item[] {
  return [...items.values()].filter((item) => item !== null)
}

function listRemoved(items: ReadonlyMap<string, object | null>): string[] {
  return [...items].flatMap(([id, item]) => (item === null ? [id] : []))
}
