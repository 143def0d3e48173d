import type { TagCount } from '#shared/notebook.ts'
import { cleanTags } from './suggest-tags.ts'

/** What giving a tag another name would do. */
export interface TagNamePlan {
  /** The name as it would be kept; empty where there is none. */
  name: string
  /** `same`: nothing; `inside`: refused, it would go below itself; `merge`: the name is in use. */
  kind: 'same' | 'inside' | 'rename' | 'merge'
  /** How often the tag itself was given. */
  count: number
  /** How often the tag of the new name was given; 0 where there is none. */
  there: number
  /** Tags below it that move along. */
  below: number
}

/** @returns what would happen if `tag` were renamed to what was `typed`. */
export function planTagName(tags: readonly TagCount[], tag: string, typed: string): TagNamePlan {
  const name =
    cleanTags([typed])[0]
      ?.split('/')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('/') ?? ''
  const countOf = (wanted: string) => tags.find((known) => known.tag === wanted)?.count ?? 0
  const isBelow = (other: string, above: string) => other.startsWith(`${above}/`)
  const there = countOf(name)
  const isInUse = tags.some((known) => known.tag === name || isBelow(known.tag, name))
  const kindOfName = () => {
    if (name === '' || name === tag) return 'same'
    if (isBelow(name, tag)) return 'inside'
    return isInUse ? 'merge' : 'rename'
  }
  return {
    name,
    kind: kindOfName(),
    count: countOf(tag),
    there,
    below: tags.filter((known) => isBelow(known.tag, tag)).length,
  }
}
