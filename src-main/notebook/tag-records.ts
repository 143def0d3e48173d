import type { HighlightColour } from '#shared/notebook.ts'
import { tagKey } from '#shared/tag-path.ts'
import { compareText } from './compare-text.ts'
import type { TagList } from './document-formats.ts'
import type { DocumentShelf } from './document-shelf.ts'
import { TAGS_NAME } from './layout.ts'
import type { RecordStore } from './record-store.ts'
import type { TagRecord } from './tag-record.ts'

/** What tags were given beside their names, in one document. */
export class TagRecords implements RecordStore<TagRecord> {
  readonly #shelf: DocumentShelf<TagList>
  #byId: ReadonlyMap<string, TagRecord> = new Map()

  constructor(shelf: DocumentShelf<TagList>) {
    this.#shelf = shelf
  }

  async load(): Promise<void> {
    await this.#shelf.load()
    this.follow()
  }

  /** In order of id. */
  all(): TagRecord[] {
    return [...this.#byId.values()]
  }

  peek(id: string): TagRecord | null {
    return this.#byId.get(id) ?? null
  }

  /** `null` where the tag was given none. */
  colourOf(tag: string): HighlightColour | null {
    return this.peek(tagKey(tag))?.colour ?? null
  }

  documentOf(): string {
    return TAGS_NAME
  }

  stage(records: ReadonlyMap<string, TagRecord | null>): () => Promise<void> {
    const document = this.#shelf.take(TAGS_NAME)
    return () => {
      const others = this.all().filter(({ id }) => !records.has(id))
      const here = [...records.values()].filter((record) => record !== null)
      const tags = [...others, ...here].sort((one, other) => compareText(one.id, other.id))
      const saved = document.set({ ...document.data, tags })
      this.follow()
      return saved
    }
  }

  /** Save what is not saved. @throws NOTEBOOK_NOT_SAVED */
  async save(): Promise<void> {
    await this.#shelf.documents.get(TAGS_NAME)?.save()
  }

  /** Take in what the document holds now, also where another program changed it. */
  follow(): void {
    const tags = this.#shelf.documents.get(TAGS_NAME)?.data?.tags ?? []
    this.#byId = new Map(tags.map((record) => [record.id, record]))
  }
}
