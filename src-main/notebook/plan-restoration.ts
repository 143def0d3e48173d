import { isDeepStrictEqual } from 'node:util'
import type { BackupRecord } from '#shared/backup.ts'
import type { RecordName } from '#shared/trash.ts'
import { copyId } from './copy-id.ts'
import type { HeldRecord } from './document-kinds.ts'
import { nameEarlierVersion } from './name-earlier-version.ts'
import type { RecordChange } from './record-change.ts'

/** What the notebook holds under a name now, also in the trash; `null` where there is nothing. */
export type PeekRecord = (name: RecordName) => HeldRecord | null

/**
 * What the notebook has of an earlier version of a record. Where it only follows its event, or lies
 * in the trash, it is no other version.
 */
export function compareRecord(
  { record }: HeldRecord,
  now: HeldRecord | null,
): BackupRecord['difference'] {
  if (now === null) return 'gone'
  if (!isDeepStrictEqual(contentsOf(record), contentsOf(now.record))) return 'changed'
  return now.record.deleted === undefined ? 'same' : 'gone'
}

/**
 * The changes that bring earlier versions of records back. What is gone comes back as it was; what
 * is there now stays as it is and gets its earlier version beside it, once, however often asked.
 *
 * @param at - When the earlier versions were kept; ISO 8601, UTC.
 */
export function planRestoration(
  earlier: readonly HeldRecord[],
  peek: PeekRecord,
  at: string,
): RecordChange[] {
  return earlier.flatMap((held) => {
    const now = peek(nameOf(held))
    const difference = compareRecord(held, now)
    if (difference === 'same') return []
    if (difference === 'gone') return [makeChange(now, takeOutOfTrash(now ?? held))]
    const copy = makeCopy(held, at)
    const there = peek(nameOf(copy))
    return there && there.record.deleted === undefined ? [] : [makeChange(there, copy)]
  })
}

/** An earlier version as a record of its own; the same one for the same version. */
function makeCopy(held: HeldRecord, at: string): HeldRecord {
  const { kind, record } = takeOutOfTrash(held)
  const id = copyId(record)
  if (kind === 'annotation') return { kind, record: { ...record, id, copyOf: record.id } }
  return {
    kind,
    record: { ...record, id, name: nameEarlierVersion(record.name, at) },
  } as HeldRecord
}

function takeOutOfTrash({ kind, record }: HeldRecord): HeldRecord {
  const copy = { ...record }
  delete copy.deleted
  return { kind, record: copy } as HeldRecord
}

function makeChange(before: HeldRecord | null, { kind, record }: HeldRecord): RecordChange {
  return { kind, id: record.id, before: before?.record ?? null, after: record } as RecordChange
}

function nameOf({ kind, record }: HeldRecord): RecordName {
  return { kind, id: record.id }
}

/** A record without what changes it but for its words. */
function contentsOf(record: HeldRecord['record']): object {
  const apart = { modified: null, deleted: null, event: null, formerEventIds: null }
  return { ...record, ...apart }
}
