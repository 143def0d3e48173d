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

/** @returns every tag with the number of annotations that carry it, most used first. */
export function countTags(annotations: readonly Annotation[]): TagCount[] {
  const counts = new Map<string, number>()
  for (const { tags } of annotations) {
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((one, other) => other.count - one.count || compareText(one.tag, other.tag))
}
