import { AnnalsError } from '#shared/errors.ts'
import type { NotebookStatus } from '#shared/notebook.ts'
import { type CarriedOut, carryOutInSlices } from './carry-out-in-slices.ts'
import { ChangeTurns } from './change-turns.ts'
import { History } from './history.ts'
import type { Journal } from './journal.ts'
import type { RecordChange } from './record-change.ts'
import { Slices, collect } from './slices.ts'
import { type RecordStores, type Side, stageChanges } from './stage-changes.ts'

/** More changes than that are carried out in slices: each may be in a document of its own. */
const MOST_AT_ONCE = 40

export interface NotebookJournalOptions {
  now(): Date
  /** Why nothing can be changed, or `null`. */
  readOnly(): NotebookStatus['readOnly']
  stores: RecordStores
  /** @param isPart - Whether more of the same change follows. */
  onChange(isPart: boolean): void
}

/** Every change of the notebook, and the way back. */
export class NotebookJournal implements Journal {
  readonly history = new History()
  /** All changes by the researcher take turns. */
  readonly turns = new ChangeTurns()
  readonly #options: NotebookJournalOptions

  constructor(options: NotebookJournalOptions) {
    this.#options = options
  }

  now(): Date {
    return this.#options.now()
  }

  async commit(
    changes: readonly RecordChange[],
    label: string,
    editKey: string | null = null,
  ): Promise<void> {
    await this.#put(changes, 'after', (carriedOut) => {
      this.#push(carriedOut, label, editKey)
    })
  }

  async commitEach<Item, Change extends RecordChange>(
    items: Iterable<Item>,
    change: (item: Item) => Change | null,
    label: (changes: readonly Change[]) => string,
  ): Promise<Change[]> {
    const few = listFew(items)
    const seen = new Set<string>()
    const makeOnce = (item: Item) => {
      const made = change(item)
      const key = made && `${made.kind} ${made.id}`
      if (key === null || seen.has(key)) return null
      seen.add(key)
      return made
    }
    if (few) {
      const changes = few.map(makeOnce).filter((one) => one !== null)
      if (changes.length > 0) await this.commit(changes, label(changes))
      return changes
    }
    let made: Change[] = []
    const { saved } = await this.turns.hold(async () => {
      made = await new Slices().run(collect(items, makeOnce))
      if (made.length === 0) return { saved: Promise.resolve() }
      return await this.#putInSlices(made, 'after', (changes) => {
        this.#push(changes, label(made))
      })
    })
    await nameFirst(saved, made)
    return made
  }

  /**
   * Carry out changes, all or none, that {@link remember} will make a step of.
   *
   * @returns settles once all is on disk. @throws NOTEBOOK_* at once
   */
  carryOut(changes: readonly RecordChange[]): Promise<void> {
    this.#refuseReadOnly()
    const saved = stageChanges(this.#options.stores, changes, 'after')()
    this.#options.onChange(true)
    return saved
  }

  /** Make a step of changes that were carried out, in one or several parts. */
  remember(changes: readonly RecordChange[], label: string): void {
    this.#push(changes, label)
    this.#options.onChange(false)
  }

  async record(
    change: RecordChange,
    rewrite: (change: RecordChange) => RecordChange,
  ): Promise<void> {
    await this.#put([change], 'after', () => {
      this.history.rewrite(rewrite)
    })
  }

  /** @returns what was undone, or `null` where there was nothing. @throws NOTEBOOK_* */
  async undo(): Promise<{ label: string } | null> {
    const step = this.history.nextUndo
    if (!step) return null
    await this.#put(step.changes, 'before', () => {
      // Another program may have changed a record of it meanwhile, and then it is no step any more.
      if (this.history.nextUndo === step) this.history.undo()
    })
    return { label: step.label }
  }

  /** @returns what was done again, or `null` where there was nothing. @throws NOTEBOOK_* */
  async redo(): Promise<{ label: string } | null> {
    const step = this.history.nextRedo
    if (!step) return null
    await this.#put(step.changes, 'after', () => {
      if (this.history.nextRedo === step) this.history.redo()
    })
    return { label: step.label }
  }

  /** Nothing is left of a change where another program changed all that it is about. */
  #push(changes: readonly RecordChange[], label: string, editKey: string | null = null): void {
    if (changes.length > 0) this.history.push({ changes, label, editKey, at: this.now() })
  }

  #refuseReadOnly(): void {
    const readOnly = this.#options.readOnly()
    if (readOnly) throw new AnnalsError(readOnly.code, readOnly.message)
  }

  async #put(
    changes: readonly RecordChange[],
    side: Side,
    remember: (carriedOut: readonly RecordChange[]) => void,
  ): Promise<void> {
    if (changes.length > MOST_AT_ONCE) {
      const { saved } = await this.turns.hold(() => this.#putInSlices(changes, side, remember))
      await nameFirst(saved, changes)
      return
    }
    this.#refuseReadOnly()
    const saved = stageChanges(this.#options.stores, changes, side)()
    remember(changes)
    this.#options.onChange(false)
    await nameFirst(saved, changes)
  }

  async #putInSlices(
    changes: readonly RecordChange[],
    side: Side,
    remember: (carriedOut: readonly RecordChange[]) => void,
  ): Promise<CarriedOut> {
    this.#refuseReadOnly()
    const { stores } = this.#options
    try {
      const onPart = () => {
        this.#options.onChange(true)
      }
      const carriedOut = await carryOutInSlices(changes, side, { stores, onPart })
      remember(carriedOut.changes)
      return carriedOut
    } finally {
      this.#options.onChange(false)
    }
  }
}

/** @returns `null` where there are more than can be seen to at once. */
function listFew<Item>(items: Iterable<Item>): Item[] | null {
  const few: Item[] = []
  for (const item of items) {
    if (few.length === MOST_AT_ONCE) return null
    few.push(item)
  }
  return few
}

/** Wait until changes are saved. @throws what went wrong, with the id of the first of them */
async function nameFirst(saved: Promise<void>, changes: readonly RecordChange[]): Promise<void> {
  try {
    await saved
  } catch (error) {
    throw nameRecord(error, changes[0]?.id ?? '')
  }
}

function nameRecord(error: unknown, id: string): unknown {
  if (!(error instanceof AnnalsError)) return error
  const { code, message, details, cause } = error
  return new AnnalsError(code, message, { details: { ...details, id }, cause })
}
