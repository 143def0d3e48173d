interface Deletable {
  deleted?: string
}

/** @returns the record, or `null` where there is none or it is in the trash. */
export function living<Item extends Deletable>(record: Item | null): Item | null {
  return record === null || isDeleted(record) ? null : record
}

/** @returns whether a record is in the trash. */
export function isDeleted({ deleted }: Deletable): boolean {
  return deleted !== undefined
}

/** @returns the record as it is outside of the trash. */
export function withoutDeleted<Item extends Deletable>(record: Item): Item {
  if (record.deleted === undefined) return record
  const restored = { ...record }
  delete restored.deleted
  return restored
}
