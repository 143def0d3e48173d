import { tagKey } from '#shared/tag-path.ts'

/**
 * Tags as they are kept: NFC, one line, without a leading #, none empty and none twice (whatever
 * its case), in the order they were given.
 */
export function cleanTags(tags: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const given of tags) {
    const tag = given
      .normalize('NFC')
      .replace(/^[\s#]+/u, '')
      .trimEnd()
      .replace(/\s+/gu, ' ')
    if (tag !== '' && !byKey.has(tagKey(tag))) byKey.set(tagKey(tag), tag)
  }
  return [...byKey.values()]
}
