import type { TagChange } from '#shared/notebook-api.ts'
import type { Annotation, TagCount } from '#shared/notebook.ts'
import { isTagWithin, tagKey } from '#shared/tag-path.ts'
import type { AnnotationStore } from './annotation-store.ts'
import { cleanTags } from './clean-tags.ts'
import { compareText } from './compare-text.ts'
import { giveColour } from './give-colour.ts'
import type { Journal } from './journal.ts'
import { moveColours } from './move-colours.ts'
import type { RecordChange } from './record-change.ts'
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

  /**
   * Rename a tag and those below it everywhere, also in the trash, give it a colour, or both, as one
   * step. Where a new name is in use, the two become one; colours follow, unless the new name has its
   * own or is given one.
   *
   * @returns how many annotations were changed. @throws TAG_NAME_INVALID, NOTEBOOK_*
   */
  async change(tag: string, change: TagChange): Promise<number> {
    const { name, colour } = change
    const { tags } = this.#sources
    const from = cleanTagName(tag)
    const to = name === undefined ? from : cleanTagName(name)
    const modified = this.#journal.now().toISOString()
    const annotations = name === undefined ? [] : this.#rename(from, to, modified)
    const moved = name === undefined ? [] : moveColours(tags.all(), from, to, modified)
    const colours =
      colour === undefined ? moved : giveColour(moved, tags.peek(tagKey(to)), to, colour, modified)
    if (annotations.length + colours.length === 0) await tags.save()
    else await this.#journal.commit([...annotations, ...colours], labelOf(from, to, change))
    return annotations.length
  }

  #rename(from: string, to: string, modified: string): RecordChange[] {
    const newNames = listNewNames(this.#listNames(), from, to)
    return this.#listCarriers(from).flatMap((before) => {
      const tags = before.tags.map((name) => newNames.get(name) ?? name)
      if (tags.every((name, index) => name === before.tags[index])) return []
      const after = { ...before, modified, tags: cleanTags(tags) }
      return [{ kind: 'annotation', id: before.id, before, after } as const]
    })
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

function labelOf(from: string, to: string, { name, colour }: TagChange): string {
  if (name === undefined) return stepLabels.setTagColour(from)
  return colour === undefined ? stepLabels.renameTag(from, to) : stepLabels.changeTag(from)
}
