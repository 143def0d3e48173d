/** The records of one kind, in memory and on disk. */
export interface RecordStore<Item> {
  /** Also of what is in the trash; `null` where there is no record with this id. */
  peek(id: string): Item | null
  /** Name of the document where a record stands or will; `null` where there is nothing to put or take away. */
  documentOf(id: string, record: Item | null): string | null
  /**
   * Make ready to put records in place of those with the same ids, each document once; `null` takes
   * one away.
   *
   * @returns carries it out: in memory at once, settling once it is on disk.
   * @throws NOTEBOOK_DAMAGED, NOTEBOOK_NEWER, NOTEBOOK_UNREADABLE where one of them cannot be
   * written, and then nothing is changed
   */
  stage(records: ReadonlyMap<string, Item | null>): () => Promise<void>
}
