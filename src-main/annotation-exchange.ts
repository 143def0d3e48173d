import { setImmediate } from 'node:timers/promises'
import type { ExchangeFormat, ExchangeRefusal, ExchangeResult } from '#shared/exchange.ts'
import type { ExportResult } from '#shared/export.ts'
import type { Annotation } from '#shared/notebook.ts'
import { type OpenExchange, readInWorker } from './exchange/exchange-client.ts'
import type { IncomingAnnotation } from './exchange/incoming-annotation.ts'
import {
  type AnnotationToWrite,
  writeAnnotations,
} from './exchange/web-annotation/write-annotations.ts'
import { writeExport } from './export/write-export.ts'
import type { QueryClient } from './index/query-client.ts'
import type { Notebook } from './notebook/open-notebook.ts'
import type { IncomingRecord } from './notebook/take-in/take-in-records.ts'
import { findCiting, placeAnnotations } from './place-annotations.ts'

interface AnnotationExchangeOptions {
  query: QueryClient
  notebook: Notebook
  archive: { path: string; name: string }
  workerUrl: URL
}

/** Annotations that the index is asked about at a time. */
const ANNOTATIONS_PER_STEP = 50

/** Takes annotations out of the notebook and brings others in. */
export class AnnotationExchange {
  readonly #options: AnnotationExchangeOptions

  constructor(options: AnnotationExchangeOptions) {
    this.#options = options
  }

  /**
   * Write all annotations as W3C Web Annotations, oldest first; what is in the trash is left out.
   *
   * @param path - Absolute path of the file.
   * @returns `entries` are the annotations. @throws EXPORT_*
   */
  async write(path: string, replace: boolean): Promise<ExportResult> {
    const { notebook, archive } = this.#options
    const annotations = notebook.listAnnotations(null).toSorted(byAge)
    const about = { total: annotations.length, archiveName: archive.name }
    const text = writeAnnotations(this.#describe(annotations), about)
    const { files } = await writeExport(
      [{ path, text }],
      { path, layout: 'file' },
      { replace, archiveRoot: archive.path },
    )
    return { files, entries: annotations.length }
  }

  /**
   * Take in the annotations of a file, as one step.
   *
   * @param path - Absolute path of W3C Web Annotations or of an export of Hypothesis.
   * @throws EXCHANGE_UNREADABLE and what a change of the notebook throws
   */
  async read(path: string): Promise<ExchangeResult> {
    const { notebook, query, workerUrl } = this.#options
    const now = new Date().toISOString()
    type Read = OpenExchange<{ format: ExchangeFormat; total: number }, IncomingAnnotation>
    return await readInWorker({ workerUrl, what: 'annotations', path }, async (read: Read) => {
      const incoming: IncomingAnnotation[] = []
      for await (const step of read.items) incoming.push(...step)
      const citing = await findCiting(incoming, query)
      const annotations: Annotation[] = []
      const refused: ExchangeRefusal[] = []
      let same = 0
      for (let at = 0; at < incoming.length; at += ANNOTATIONS_PER_STEP) {
        const step = incoming.slice(at, at + ANNOTATIONS_PER_STEP)
        const placed = await placeAnnotations(step, { notebook, query, citing, now })
        annotations.push(...placed.annotations)
        refused.push(...placed.refused)
        same += placed.same
        await setImmediate()
      }
      const taken = await notebook.takeInAnnotations(annotations)
      same += taken.same
      return { ...read.opened, ...taken, same, refused: refused.concat(taken.refused) }
    })
  }

  /**
   * Take in what another notebook holds, as one step. The other is only read.
   *
   * @param folder - Absolute path.
   * @throws EXCHANGE_UNREADABLE and what a change of the notebook throws
   */
  async merge(folder: string): Promise<ExchangeResult> {
    const { notebook, workerUrl } = this.#options
    type Opened = { archiveName: string; total: number; refused: ExchangeRefusal[] }
    type Read = OpenExchange<Opened, IncomingRecord>
    const source = { workerUrl, what: 'notebook', path: folder }
    return await readInWorker(source, async ({ opened, items }: Read) => {
      const records: IncomingRecord[] = []
      for await (const step of items) records.push(...step)
      const taken = await notebook.mergeRecords(records, opened.archiveName)
      const total = records.filter(({ kind }) => kind !== 'tag').length
      return { format: 'notebook', total, ...taken, refused: [...opened.refused, ...taken.refused] }
    })
  }

  async *#describe(annotations: readonly Annotation[]): AsyncGenerator<AnnotationToWrite> {
    const { query } = this.#options
    for (let at = 0; at < annotations.length; at += ANNOTATIONS_PER_STEP) {
      const step = annotations.slice(at, at + ANNOTATIONS_PER_STEP)
      const citations = await query.citationsOf(step.map(({ event }) => event.id))
      const marking = step.flatMap(({ event, selector }) =>
        selector ? [{ eventId: event.id, selector }] : [],
      )
      const positions = await query.countPositions(marking)
      let next = 0
      for (const [index, annotation] of step.entries()) {
        const position = annotation.selector ? (positions[next++] ?? null) : null
        yield { annotation, sources: citations[index]?.addresses ?? [], position }
      }
      await setImmediate()
    }
  }
}

function byAge(one: Annotation, other: Annotation): number {
  return compare(one.created, other.created) || compare(one.id, other.id)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
