import { setImmediate } from 'node:timers/promises'
import { AnnalsError } from '#shared/errors.ts'
import type { EventDate, EventId } from '#shared/event.ts'
import type { Annotation } from '#shared/notebook.ts'
import { AnnotationIndex } from './annotation-index.ts'
import { type AnnotationList, sortById } from './document-formats.ts'
import type { DocumentShelf } from './document-shelf.ts'
import type { EventMoves } from './event-moves.ts'
import { freezeDeep } from './freeze-deep.ts'
import { isFurther, joinAnnotations } from './merge-annotations.ts'
import type { RecordListener } from './named-records.ts'
import type { NotebookDocument } from './notebook-document.ts'
import type { RecordStore } from './record-store.ts'
import { relocateAnnotation } from './relocate-records.ts'
import { settleAll } from './settle-all.ts'

/**
 * The annotations, in a document for each month of their events. A document may hold another version
 * of an annotation that belongs in another one: after a move whose second half did not come to disk,
 * or where another program moved what was changed here. It is a stray then, which nobody sees, and
 * leaves its document as soon as the annotation is on disk where it belongs.
 */
export class AnnotationStore implements RecordStore<Annotation> {
  readonly #shelf: DocumentShelf<AnnotationList>
  readonly #onRecord: RecordListener<Annotation>
  readonly #index = new AnnotationIndex()
  /** Files of documents that may hold strays. */
  readonly #untidy = new Set<string>()

  constructor(shelf: DocumentShelf<AnnotationList>, onRecord: RecordListener<Annotation>) {
    this.#shelf = shelf
    this.#onRecord = onRecord
  }

  async load(): Promise<void> {
    await this.#shelf.load()
    for (const [fileName, { data }] of this.#shelf.documents) {
      for (const annotation of data?.annotations ?? []) this.#take(annotation, fileName)
      // Tens of thousands at once would keep the window waiting.
      await setImmediate()
    }
  }

  /** Those that are not in the trash, in no order. */
  all(): Annotation[] {
    return this.#index.all()
  }

  /** Those of an event that are not in the trash, in no order. */
  of(eventId: EventId): readonly Annotation[] {
    return this.#index.of(eventId)
  }

  /** Also of what is in the trash; `null` where there is no annotation with this id. */
  peek(id: string): Annotation | null {
    return this.#index.get(id)?.annotation ?? null
  }

  documentOf(id: string, annotation: Annotation | null): string | null {
    const placed = this.#index.get(id)
    return placed?.fileName ?? (annotation && documentName(annotation.event.date))
  }

  stage(records: ReadonlyMap<string, Annotation | null>): () => Promise<void> {
    const byFile = Map.groupBy(records, ([id, annotation]) => this.documentOf(id, annotation))
    byFile.delete(null)
    for (const fileName of byFile.keys()) if (fileName !== null) this.#shelf.take(fileName)
    return () =>
      settleAll(
        [...byFile].map(([fileName, entries]) => this.#write(fileName ?? '', new Map(entries))),
      )
  }

  /** Save what of the document of an annotation is not saved. @throws NOTEBOOK_NOT_SAVED */
  async save(id: string): Promise<void> {
    await this.#documentWith(id)?.save()
  }

  /** Follow what another program made of these annotations in a document. */
  follow(fileName: string, ids: ReadonlySet<string>): void {
    const list = this.#shelf.documents.get(fileName)?.data?.annotations ?? []
    const here = new Map(list.map((annotation) => [annotation.id, annotation]))
    for (const id of ids) {
      const annotation = here.get(id)
      if (annotation) this.#take(annotation, fileName)
      else if (this.#index.get(id)?.fileName === fileName) this.#forget(id)
    }
  }

  /**
   * Let annotations follow their moved events, also to the document of another month, or within
   * their own where that one could not be read.
   *
   * @returns how many, and what settles once all is on disk. @throws NOTEBOOK_NOT_SAVED by that
   */
  relocate(moves: EventMoves): { count: number; saved: Promise<void> } {
    const relocated = [...moves.keys()]
      .flatMap((eventId) => this.#index.everythingOf(eventId))
      .map((annotation) => relocateAnnotation(annotation, moves))
    const byFile = Map.groupBy(relocated, (annotation) => this.#chooseFile(annotation))
    const saves = [...byFile].map(([fileName, annotations]) =>
      this.#write(fileName, new Map(annotations.map((annotation) => [annotation.id, annotation]))),
    )
    return { count: relocated.length, saved: this.#tidyAfter(saves) }
  }

  /** Let strays leave their documents. @throws NOTEBOOK_NOT_SAVED */
  async tidy(): Promise<void> {
    await settleAll([...this.#untidy].map((fileName) => this.#tidyDocument(fileName)))
  }

  async #tidyDocument(fileName: string): Promise<void> {
    const document = this.#shelf.take(fileName)
    const strays = this.#listStrays(document, fileName)
    await Promise.allSettled(strays.map((id) => this.#writeWhereItBelongs(id)))
    const safe = new Set(strays.filter((id) => this.#isOnDiskWhereItBelongs(id)))
    if (safe.size === strays.length) this.#untidy.delete(fileName)
    await removeFrom(document, safe)
  }

  async #tidyAfter(saves: Promise<void>[]): Promise<void> {
    try {
      await settleAll(saves)
    } finally {
      await this.tidy()
    }
  }

  #listStrays({ data }: NotebookDocument<AnnotationList>, fileName: string): string[] {
    const ids = data?.annotations.map(({ id }) => id) ?? []
    return ids.filter((id) => this.#index.get(id)?.fileName !== fileName)
  }

  async #writeWhereItBelongs(id: string): Promise<void> {
    const placed = this.#index.get(id)
    if (!placed || this.#isOnDiskWhereItBelongs(id)) return
    const { annotation, fileName } = placed
    const isThere = this.#shelf.take(fileName).data?.annotations.includes(annotation)
    await (isThere ? this.save(id) : this.#write(fileName, new Map([[id, annotation]])))
  }

  #isOnDiskWhereItBelongs(id: string): boolean {
    const placed = this.#index.get(id)
    if (!placed) return true
    const { saved } = this.#shelf.take(placed.fileName)
    return saved?.annotations.includes(placed.annotation) ?? false
  }

  /**
   * Put annotations in a document and take away those that are `null`, there and where they stray.
   *
   * @returns settles once all is on disk.
   */
  async #write(fileName: string, records: ReadonlyMap<string, Annotation | null>): Promise<void> {
    const document = this.#shelf.take(fileName)
    const others = (document.data?.annotations ?? []).filter(({ id }) => !records.has(id))
    const here = [...records.values()].filter((annotation) => annotation !== null)
    const saves = [document.set({ ...document.data, annotations: sortById([...others, ...here]) })]
    for (const annotation of here) this.#place(annotation, fileName)
    const gone = new Set([...records].flatMap(([id, annotation]) => (annotation ? [] : [id])))
    for (const id of gone) this.#forget(id)
    if (gone.size > 0) saves.push(this.#removeStrays(fileName, gone))
    await settleAll(saves)
  }

  async #removeStrays(fileName: string, ids: ReadonlySet<string>): Promise<void> {
    const elsewhere = [...this.#untidy].filter((name) => name !== fileName)
    await settleAll(elsewhere.map((name) => removeFrom(this.#shelf.take(name), ids)))
  }

  /** Count in what was read of an annotation, which may stand in another document as well. */
  #take(annotation: Annotation, fileName: string): void {
    const known = this.#index.get(annotation.id)
    if (!known || known.fileName === fileName) {
      this.#place(annotation, fileName)
    } else if (isFurther(annotation, known.annotation)) {
      this.#place(freezeDeep(joinAnnotations(annotation, known.annotation)), fileName)
    } else {
      this.#untidy.add(fileName)
      this.#place(freezeDeep(joinAnnotations(known.annotation, annotation)), known.fileName)
    }
  }

  #place(annotation: Annotation, fileName: string): void {
    const known = this.#index.get(annotation.id)
    if (known && known.fileName !== fileName) this.#untidy.add(known.fileName)
    this.#index.set({ annotation, fileName })
    this.#onRecord(known?.annotation ?? null, annotation)
  }

  #forget(id: string): void {
    const annotation = this.peek(id)
    this.#index.delete(id)
    this.#onRecord(annotation, null)
  }

  #documentWith(id: string): NotebookDocument<AnnotationList> | null {
    const placed = this.#index.get(id)
    return placed && (this.#shelf.documents.get(placed.fileName) ?? null)
  }

  /** Where an annotation belongs: the document of its event's month, if that can be written. */
  #chooseFile({ id, event }: Annotation): string {
    const fileName = documentName(event.date)
    try {
      this.#shelf.take(fileName)
      return fileName
    } catch (error) {
      if (!(error instanceof AnnalsError)) throw error
      return this.#index.get(id)?.fileName ?? fileName
    }
  }
}

async function removeFrom(
  document: NotebookDocument<AnnotationList>,
  ids: ReadonlySet<string>,
): Promise<void> {
  const list = document.data
  const annotations = list?.annotations.filter(({ id }) => !ids.has(id)) ?? []
  if (list && annotations.length < list.annotations.length) {
    await document.set({ ...list, annotations })
  }
}

/** @returns the file of the annotations on events of a date. */
export function documentName(date: EventDate): string {
  const period = /^\d{4}(-\d{2})?/.exec(date ?? '')?.[0]
  return `${period ?? 'undated'}.json`
}
