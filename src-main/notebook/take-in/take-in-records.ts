import { isDeepStrictEqual } from 'node:util'
import { AnnalsError } from '#shared/errors.ts'
import type { ExchangeRefusal } from '#shared/exchange.ts'
import { freezeDeep } from '../freeze-deep.ts'
import type { NotebookJournal } from '../notebook-journal.ts'
import type { RecordChange, RecordTypes } from '../record-change.ts'
import type { RecordStore } from '../record-store.ts'
import { settleAll } from '../settle-all.ts'
import { Slices, collect } from '../slices.ts'
import type { RecordStores } from '../stage-changes.ts'
import { INCOMING_MERGERS } from './merge-incoming.ts'

/** A record that comes from elsewhere. */
export type IncomingRecord = {
  [Kind in keyof RecordTypes]: { kind: Kind; record: RecordTypes[Kind] }
}[keyof RecordTypes]

/** How many records there were of each that came; colours of tags are not counted. */
export interface TakenIn {
  added: number
  updated: number
  same: number
  /** Both sides are kept. */
  conflicts: number
  /** Those whose document cannot be written. */
  refused: ExchangeRefusal[]
}

type AnyRecord = RecordTypes[keyof RecordTypes]
type Outcome = 'added' | 'updated' | 'same' | 'conflicts'

/** Records that are taken in before others have their turn. */
const RECORDS_PER_PART = 20

/** Records that are taken in before what they changed has to be on disk. */
const RECORDS_PER_WAVE = 200

/**
 * Take in records that come from elsewhere, as one step, a few at a time, so that nothing waits for
 * them. What the notebook does not have is added; what it has is joined, so that nothing of either
 * side is lost. Doing it again changes nothing.
 *
 * @param label - Of the step.
 * @throws NOTEBOOK_READ_ONLY and the like before anything is changed, NOTEBOOK_NOT_SAVED
 */
export async function takeInRecords(
  records: readonly IncomingRecord[],
  options: { stores: RecordStores; journal: NotebookJournal; label: string },
): Promise<TakenIn> {
  const taken: TakenIn = { added: 0, updated: 0, same: 0, conflicts: 0, refused: [] }
  const done = new Map<string, RecordChange>()
  const saves: Promise<void>[] = []

  function* takeMany(many: readonly IncomingRecord[]): Generator<undefined, void> {
    for (let at = 0; at < many.length; at += RECORDS_PER_PART) {
      takePart(many.slice(at, at + RECORDS_PER_PART))
      yield
    }
  }

  /** Where a document cannot be written, what belongs in others is taken in nevertheless. */
  function takePart(part: readonly IncomingRecord[]): void {
    const plan = new Plan(options.stores)
    const outcomes = part.map((record) => plan.add(record))
    try {
      carryOut(plan.changes)
    } catch (error) {
      if (!isUnwritable(error)) throw error
      if (part.length > 1) for (const record of part) takePart([record])
      else taken.refused.push({ title: part[0]?.record.id ?? '', reason: error.message })
      return
    }
    for (const outcome of outcomes) if (outcome) taken[outcome]++
  }

  function carryOut(changes: readonly RecordChange[]): void {
    if (changes.length === 0) return
    const saved = options.journal.carryOut(changes)
    // Looked at once all is taken in.
    saved.catch(() => undefined)
    saves.push(saved)
    for (const change of changes) {
      const key = keyOf(change)
      const before = done.get(key)?.before ?? change.before
      done.set(key, { ...change, before } as RecordChange)
    }
  }

  const slices = new Slices(() => options.journal.turns.free)
  try {
    const inOrder = await slices.run(groupByDocument(records, options.stores))
    for (let at = 0; at < inOrder.length; at += RECORDS_PER_WAVE) {
      await slices.run(takeMany(inOrder.slice(at, at + RECORDS_PER_WAVE)))
      // Hundreds of documents that are written at once would take turns of many milliseconds.
      await Promise.allSettled(saves)
    }
  } finally {
    // What the researcher changed meanwhile is a step of its own.
    const changes = await slices.run(
      collect(done.values(), (change) =>
        options.stores[change.kind].peek(change.id) === change.after ? change : null,
      ),
    )
    if (done.size > 0) options.journal.remember(changes, options.label)
  }
  await settleAll(saves)
  return taken
}

/** Those of one document together, so that it is written once. */
function* groupByDocument(
  records: readonly IncomingRecord[],
  stores: RecordStores,
): Generator<undefined, IncomingRecord[]> {
  const documents = new Map<string, IncomingRecord[]>()
  yield* collect(records, (incoming) => {
    const { kind, record } = incoming
    const key = `${kind} ${(stores[kind] as RecordStore<AnyRecord>).documentOf(record.id, record)}`
    const known = documents.get(key)
    if (known) known.push(incoming)
    else documents.set(key, [incoming])
    return null
  })
  return [...documents.values()].flat()
}

/** What some records from elsewhere change. */
class Plan {
  readonly #stores: RecordStores
  readonly #changes = new Map<string, RecordChange>()

  constructor(stores: RecordStores) {
    this.#stores = stores
  }

  get changes(): RecordChange[] {
    return [...this.#changes.values()]
  }

  /** @returns what becomes of the record; `null` for those that are not counted. */
  add({ kind, record }: IncomingRecord): Outcome | null {
    const ours = this.#peek(kind, record.id)
    const isSimple = ours === null || isDeepStrictEqual(ours, record)
    const merge = INCOMING_MERGERS[kind] as (ours: AnyRecord, theirs: AnyRecord) => AnyRecord[]
    const [first = record, ...spares] = isSimple ? [record] : merge(ours, record)
    const fresh = spares.filter((spare) => this.#peek(kind, spare.id) === null)
    const isChanged = !isDeepStrictEqual(first, ours)
    if (isChanged) this.#set(kind, first)
    for (const spare of fresh) this.#set(kind, spare)
    if (kind === 'tag') return null
    if (ours === null) return 'added'
    if (fresh.length > 0) return 'conflicts'
    return isChanged ? 'updated' : 'same'
  }

  #peek(kind: keyof RecordTypes, id: string): AnyRecord | null {
    const planned = this.#changes.get(keyOf({ kind, id }))
    return planned ? planned.after : this.#stores[kind].peek(id)
  }

  #set(kind: keyof RecordTypes, record: AnyRecord): void {
    const { id } = record
    const before = this.#stores[kind].peek(id)
    const change = { kind, id, before, after: freezeDeep(record) }
    this.#changes.set(keyOf(change), change as RecordChange)
  }
}

function keyOf({ kind, id }: Pick<RecordChange, 'kind' | 'id'>): string {
  return `${kind} ${id}`
}

/** Whether an error is about one document alone. */
function isUnwritable(error: unknown): error is AnnalsError {
  const codes = ['NOTEBOOK_DAMAGED', 'NOTEBOOK_NEWER', 'NOTEBOOK_UNREADABLE']
  return error instanceof AnnalsError && codes.includes(error.code)
}
