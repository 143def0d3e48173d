import type { Annotation, HighlightColour, TagCount } from '#shared/notebook.ts'
import { isTagWithin, tagKey } from '#shared/tag-path.ts'
import type { AnnotationStore } from './annotation-store.ts'
import { cleanTags } from './clean-tags.ts'
import { compareText } from './compare-text.ts'
import type { Journal } from './journal.ts'
import { moveColours } from './move-colours.ts'
import type { RecordViews } from './record-views.ts'
import { cleanTagName, listNewNames } from './rename-tag.ts'
import { stepLabels } from './step-labels.ts'
import type { TagRecords } from './tag-records.ts'

/** What tags are made of. */
export interface TagSources {
  annotations: AnnotationStore
  tags: TagRecords
  views: RecordViews
}

/** The tags of all annotations, with their colours. */
export class Tags {
  readonly #sources: TagSources
  readonly #journal: Journal

  constructor(sources: TagSources, journal: Journal) {
    this.#sources = sources
    this.#journal = journal
  }

  /** Those that are in use, most used first. */
  list(): TagCount[] {
    const { tags, views } = this.#sources
    return views.tags
      .names()
      .map((tag) => ({ tag, count: views.tags.of(tag).size, colour: tags.colourOf(tag) }))
      .sort((one, other) => other.count - one.count || compareText(one.tag, other.tag))
  }

  /** @param colour - `null` takes the colour away. @throws TAG_NAME_INVALID, NOTEBOOK_* */
  async setColour(tag: string, colour: HighlightColour | null): Promise<void> {
    const { tags } = this.#sources
    const name = cleanTagName(tag)
    const id = tagKey(name)
    const before = tags.peek(id)
    if ((before?.colour ?? null) === colour) {
      await tags.save()
      return
    }
    const modified = this.#journal.now().toISOString()
    const after = colour && { ...before, id, colour, modified }
    await this.#journal.commit([{ kind: 'tag', id, before, after }], stepLabels.setTagColour(name))
  }

  /**
   * Rename a tag and those below it everywhere, also in the trash; where a new name is in use, the
   * two become one. Colours follow, unless the new name has its own.
   *
   * @returns how many annotations were changed. @throws TAG_NAME_INVALID, NOTEBOOK_*
   */
  async rename(tag: string, newName: string): Promise<number> {
    const [from, to] = [cleanTagName(tag), cleanTagName(newName)]
    const modified = this.#journal.now().toISOString()
    const carriers = this.#listCarriers(from)
    const newNames = listNewNames(this.#listNames(), from, to)
    const changes = carriers.flatMap((before) => {
      const tags = before.tags.map((name) => newNames.get(name) ?? name)
      if (tags.every((name, index) => name === before.tags[index])) return []
      const after = { ...before, modified, tags: cleanTags(tags) }
      return [{ kind: 'annotation', id: before.id, before, after } as const]
    })
    const colours = moveColours(this.#sources.tags.all(), from, to, modified)
    if (changes.length + colours.length === 0) return 0
    await this.#journal.commit([...changes, ...colours], stepLabels.renameTag(from, to))
    return changes.length
  }

  /** The annotations that carry a tag or one below it, also in the trash. */
  #listCarriers(tag: string): Annotation[] {
    const { annotations, views } = this.#sources
    const names = views.tags.names().filter((name) => isTagWithin(name, tag))
    const ids = new Set(names.flatMap((name) => [...views.tags.of(name)]))
    const carriers = [...ids].flatMap((id) => annotations.peek(id) ?? [])
    const isCarrier = ({ tags }: Annotation) => tags.some((name) => isTagWithin(name, tag))
    return [...carriers, ...this.#listDeleted().filter(isCarrier)]
  }

  /** All tags as they are written, also in the trash. */
  #listNames(): string[] {
    const deleted = this.#listDeleted().flatMap(({ tags }) => tags)
    return [...new Set([...this.#sources.views.tags.names(), ...deleted])]
  }

  #listDeleted(): Annotation[] {
    const { annotations, views } = this.#sources
    return [...views.trash.of('annotation')].flatMap((id) => annotations.peek(id) ?? [])
  }
}
