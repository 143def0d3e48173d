import type { Annotation, TagCount } from '#shared/notebook.ts'
import { compareText } from './compare-text.ts'

/**
 * Tags as they are kept: NFC, one line, without a leading #, none empty and none twice (whatever
 * its case), in the order they were given.
 */
export function cleanTags(tags: readonly string[]): string[] {
  const byFold = new Map<string, string>()
  for (const given of tags) {
    const tag = given
      .normalize('NFC')
      .replace(/^[\s#]+/u, '')
      .trimEnd()
      .replace(/\s+/gu, ' ')
    if (tag !== '' && !byFold.has(tag.toLowerCase())) byFold.set(tag.toLowerCase(), tag)
  }
  return [...byFold.values()]
}

/** Every tag with the number of annotations that carry it, kept up to date change by change. */
export class TagCounts {
  readonly #counts = new Map<string, number>()

  /** Most used first. */
  list(): TagCount[] {
    return Array.from(this.#counts, ([tag, count]) => ({ tag, count })).sort(
      (one, other) => other.count - one.count || compareText(one.tag, other.tag),
    )
  }

  /** An annotation is there, was changed or is gone. */
  followAnnotation(before: Annotation | null, after: Annotation | null): void {
    for (const tag of before?.tags ?? []) this.#add(tag, -1)
    for (const tag of after?.tags ?? []) this.#add(tag, 1)
  }

  #add(tag: string, difference: number): void {
    const count = (this.#counts.get(tag) ?? 0) + difference
    if (count === 0) this.#counts.delete(tag)
    else this.#counts.set(tag, count)
  }
}
