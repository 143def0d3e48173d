import type { HighlightColour, TagCount } from '#shared/notebook.ts'

/** A tag with those below it. */
export interface TagNode {
  /** The whole name: `war/korea`. */
  tag: string
  /** Its last part: `korea`. */
  label: string
  /** How often it, or one below it, was given. */
  count: number
  /** Its own colour, else that of the tag above it; `null` where there is none. */
  colour: HighlightColour | null
  /** Absent where there are none. */
  children?: TagNode[]
}

/**
 * Tags nested by `/`, by name. A tag that was never given but has others below it stands there, too.
 */
export function buildTagTree(tags: readonly TagCount[]): TagNode[] {
  const known = new Map(tags.map((tag) => [tag.tag, tag]))
  const below = new Map<string, Set<string>>()
  for (const { tag } of tags) {
    const parts = splitTag(tag)
    for (const length of parts.keys()) {
      const above = parts.slice(0, length).join('/')
      const within = below.get(above) ?? new Set()
      within.add(parts.slice(0, length + 1).join('/'))
      below.set(above, within)
    }
  }

  function build(tag: string, inherited: HighlightColour | null): TagNode {
    const colour = known.get(tag)?.colour ?? inherited
    const children = list(tag, colour)
    const own = known.get(tag)?.count ?? 0
    return {
      tag,
      label: splitTag(tag).at(-1) ?? tag,
      count: children.reduce((sum, { count }) => sum + count, own),
      colour,
      ...(children.length > 0 && { children }),
    }
  }

  function list(above: string, inherited: HighlightColour | null): TagNode[] {
    return [...(below.get(above) ?? [])]
      .map((tag) => build(tag, inherited))
      .sort((one, other) => one.label.localeCompare(other.label, undefined, { numeric: true }))
  }

  return list('', null)
}

/** A tag with nothing before, between or behind its slashes is no nest. */
function splitTag(tag: string): string[] {
  const parts = tag.split('/')
  return parts.includes('') ? [tag] : parts
}
