import { AnnalsError, type ErrorCode } from '#shared/errors.ts'
import type { RecordKind, RecordName, TrashItem } from '#shared/trash.ts'
import { compareText } from './compare-text.ts'
import { type DeletableKind, TRASH_DESCRIBERS } from './describe-trash.ts'
import type { Journal } from './journal.ts'
import { withoutDeleted } from './living.ts'
import type { RecordChange, RecordTypes } from './record-change.ts'
import type { RecordStore } from './record-store.ts'
import { stepLabels } from './step-labels.ts'
import type { TrashView } from './trash-view.ts'

type Deletable = RecordTypes[DeletableKind]

const NOT_FOUND: Record<RecordKind, ErrorCode> = {
  annotation: 'ANNOTATION_NOT_FOUND',
  collection: 'COLLECTION_NOT_FOUND',
  savedSearch: 'SAVED_SEARCH_NOT_FOUND',
  claim: 'CLAIM_NOT_FOUND',
}

/** What was deleted and is kept until it is deleted for good. */
export class Trash {
  readonly #view: TrashView
  readonly #stores: { [Kind in DeletableKind]: RecordStore<RecordTypes[Kind]> }
  readonly #journal: Journal

  constructor(
    view: TrashView,
    stores: { [Kind in DeletableKind]: RecordStore<RecordTypes[Kind]> },
    journal: Journal,
  ) {
    this.#view = view
    this.#stores = stores
    this.#journal = journal
  }

  /** Newest first. */
  list(): TrashItem[] {
    const kinds = Object.keys(this.#stores) as DeletableKind[]
    return kinds
      .flatMap((kind) => [...this.#view.of(kind)].map((id) => this.#describe({ kind, id })))
      .sort(
        (one, other) => compareText(other.deleted, one.deleted) || compareText(one.id, other.id),
      )
  }

  /** Take records out, as one step. @throws the kind's not-found code where one is not there */
  async restore(names: readonly RecordName[]): Promise<void> {
    const { one, many } = { one: stepLabels.restore, many: stepLabels.restoreMany }
    await this.#change(names, withoutDeleted, one, many)
  }

  /** As one step, which can be undone. @throws the kind's not-found code where one is not there */
  async deleteForGood(names: readonly RecordName[]): Promise<void> {
    const { one, many } = { one: stepLabels.deleteForGood, many: stepLabels.deleteManyForGood }
    await this.#change(names, () => null, one, many)
  }

  async #change(
    names: readonly RecordName[],
    edit: (record: Deletable) => Deletable | null,
    labelOne: (title: string) => string,
    labelMany: (count: number) => string,
  ): Promise<void> {
    const [first] = names
    if (!first) return
    const title = this.#describe(first).title
    await this.#journal.commitEach(
      names,
      ({ kind, id }) => {
        const before = this.#get({ kind, id })
        return { kind, id, before, after: edit(before) } as RecordChange
      },
      ({ length }) => (length > 1 ? labelMany(length) : labelOne(title)),
    )
  }

  #describe(name: RecordName): TrashItem {
    const { kind, id } = name
    const record = this.#get(name)
    const describe = TRASH_DESCRIBERS[kind] as (record: Deletable) => object
    return { kind, id, deleted: record.deleted ?? '', ...describe(record) } as TrashItem
  }

  #get({ kind, id }: RecordName): Deletable {
    const isThere = this.#view.of(kind).has(id)
    const record = isThere ? this.#stores[kind].peek(id) : null
    if (record) return record
    throw new AnnalsError(NOT_FOUND[kind], 'This is not in the trash.', { details: { kind, id } })
  }
}
