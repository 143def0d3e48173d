import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { RecordChange, RecordTypes } from './record-change.ts'
import type { RecordStore } from './record-store.ts'
import { settleAll } from './settle-all.ts'
import { Slices, collect, forEach } from './slices.ts'
import { type RecordStores, type Side, stageChanges } from './stage-changes.ts'

/** Changes that are in memory. */
export interface CarriedOut {
  /** But for those of records that another program changed meanwhile. */
  changes: RecordChange[]
  /** Settles once all is on disk. */
  saved: Promise<void>
}

/**
 * Take one side of many changes into memory, a document at a time, letting others have their turn in
 * between. What another program changes meanwhile stays as that made it.
 *
 * @param onPart - Told after each part.
 * @throws NOTEBOOK_* where a document cannot be written, before anything is changed; whatever else
 * goes wrong, once all is as it was before
 */
export async function carryOutInSlices(
  changes: readonly RecordChange[],
  side: Side,
  { stores, onPart }: { stores: RecordStores; onPart: () => void },
): Promise<CarriedOut> {
  const slices = new Slices()
  const other = side === 'after' ? 'before' : 'after'
  const documents = await slices.run(groupByDocument(changes, side, stores))
  const done: RecordChange[][] = []
  const saves: Promise<void>[] = []

  function put(part: readonly RecordChange[], to: Side): void {
    const saved = stageChanges(stores, part, to)()
    // Looked at once all is carried out.
    saved.catch(() => undefined)
    saves.push(saved)
    onPart()
  }

  function carryOut(part: readonly RecordChange[]): void {
    const current = part.filter((change) => isAt(stores, change, other))
    done.push(current)
    put(current, side)
  }

  function putBack(part: readonly RecordChange[]): void {
    put(part, other)
  }

  await slices.run(forEach(documents, (part) => void stageChanges(stores, part, side)))
  try {
    await slices.run(forEach(documents, carryOut))
    const lasting = await slices.run(
      collect(inParts(done), (change) => (isAt(stores, change, side) ? change : null)),
    )
    // What follows, such as telling of it, takes a few milliseconds of its own.
    await setImmediate()
    return { changes: lasting, saved: settleAll(saves) }
  } catch (error) {
    // What cannot be put back either must keep nothing else from it; told is what went wrong first.
    for (const part of done) await slices.run(forEach([part], putBack)).catch(() => undefined)
    await Promise.allSettled(saves)
    throw error
  }
}

function* inParts(parts: readonly RecordChange[][]): Generator<RecordChange, undefined> {
  for (const part of parts) yield* part
}

/** Changes of one document together, so that it is written once. */
function* groupByDocument(
  changes: readonly RecordChange[],
  side: Side,
  stores: RecordStores,
): Generator<undefined, RecordChange[][]> {
  const documents = new Map<string, RecordChange[]>()
  yield* collect(changes, (change) => {
    const store = stores[change.kind] as RecordStore<RecordTypes[typeof change.kind]>
    const key = `${change.kind} ${store.documentOf(change.id, change[side]) ?? ''}`
    const known = documents.get(key)
    if (known) known.push(change)
    else documents.set(key, [change])
    return null
  })
  return [...documents.values()]
}

function isAt(stores: RecordStores, change: RecordChange, side: Side): boolean {
  const now = stores[change.kind].peek(change.id)
  return now === change[side] || isDeepStrictEqual(now, change[side])
}
