import type { TagChange } from '#shared/notebook-api.ts'
import type { TagCount } from '#shared/notebook.ts'
import { tagKey } from '#shared/tag-path.ts'
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
    const newNames = name === undefined ? null : listNewNames(this.#listNames(), from, to)
    const moved = name === undefined ? [] : moveColours(tags.all(), from, to, modified)
    const colours =
      colour === undefined ? moved : giveColour(moved, tags.peek(tagKey(to)), to, colour, modified)
    const changes = await this.#journal.commitEach<string | RecordChange, RecordChange>(
      { [Symbol.iterator]: () => this.#listItems(newNames, colours) },
      (item) => (typeof item === 'string' ? this.#renameIn(item, newNames, modified) : item),
      () => labelOf(from, to, change),
    )
    if (changes.length === 0) await tags.save()
    return changes.filter(({ kind }) => kind === 'annotation').length
  }

  /** @returns `null` where the annotation carries none of the tags. */
  #renameIn(
    id: string,
    newNames: ReadonlyMap<string, string> | null,
    modified: string,
  ): RecordChange | null {
    const before = this.#sources.annotations.peek(id)
    const tags = before?.tags.map((name) => newNames?.get(name) ?? name) ?? []
    if (!before || tags.every((name, index) => name === before.tags[index])) return null
    const after = { ...before, modified, tags: cleanTags(tags) }
    return { kind: 'annotation', id, before, after }
  }

  /**
   * What may have to be changed: ids of the annotations that carry one of the tags that get new names,
   * some of them twice, and of all in the trash; then the colours.
   */
  *#listItems(
    newNames: ReadonlyMap<string, string> | null,
    colours: readonly RecordChange[],
  ): Generator<string | RecordChange, undefined> {
    const { views } = this.#sources
    if (newNames) {
      for (const name of newNames.keys()) yield* views.tags.of(name)
      yield* views.trash.of('annotation')
    }
    yield* colours
  }

  /** All tags as they are written, also in the trash. */
  #listNames(): string[] {
    const { annotations, views } = this.#sources
    const names = new Set(views.tags.names())
    for (const id of views.trash.of('annotation')) {
      for (const tag of annotations.peek(id)?.tags ?? []) names.add(tag)
    }
    return [...names]
  }
}

function labelOf(from: string, to: string, { name, colour }: TagChange): string {
  if (name === undefined) return stepLabels.setTagColour(from)
  return colour === undefined ? stepLabels.renameTag(from, to) : stepLabels.changeTag(from)
}
