import type { RecordKind } from '#shared/trash.ts'
import { isDeleted } from './living.ts'

interface Deletable {
  id: string
  deleted?: string
}

/** Ids of what is in the trash, by kind; kept up to date change by change. */
export class TrashView {
  readonly #ids = new Map<RecordKind, Set<string>>()

  /** Ids of the records of a kind, in no order. */
  of(kind: RecordKind): ReadonlySet<string> {
    return this.#ids.get(kind) ?? new Set()
  }

  /** A record is there, was changed or is gone. */
  follow(kind: RecordKind, before: Deletable | null, after: Deletable | null): void {
    const ids = this.#ids.get(kind) ?? new Set()
    this.#ids.set(kind, ids)
    if (before) ids.delete(before.id)
    if (after && isDeleted(after)) ids.add(after.id)
  }
}
