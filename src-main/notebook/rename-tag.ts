import { AnnalsError } from '#shared/errors.ts'
import { isTagWithin } from '#shared/tag-path.ts'
import { cleanTags } from './clean-tags.ts'

/**
 * A tag's name as it is kept.
 *
 * @throws TAG_NAME_INVALID where nothing is left of it, also between two `/`
 */
export function cleanTagName(given: string): string {
  const [name = ''] = cleanTags([given])
  if (name.split('/').some((part) => part.trim() === '')) {
    throw new AnnalsError('TAG_NAME_INVALID', `This is no name for a tag: “${given}”`)
  }
  return name
}

/**
 * How a tag and those below it are called once it is renamed. Where a new name is in use, it is
 * written as it is there.
 *
 * @param names - All tags, as they are written.
 * @returns new names by the old ones, as both are written.
 */
export function listNewNames(
  names: readonly string[],
  tag: string,
  newName: string,
): Map<string, string> {
  const affected = names.filter((name) => isTagWithin(name, tag))
  const others = names.filter((name) => !isTagWithin(name, tag))
  const depth = tag.split('/').length
  return new Map(
    affected.map((name) => {
      const below = name.split('/').slice(depth)
      return [name, spellAs(others, [newName, ...below].join('/'))]
    }),
  )
}

/** A name with each of its parts written as in other names, where those begin with the same. */
function spellAs(others: readonly string[], name: string): string {
  const parts = name.split('/')
  for (let length = parts.length; length > 0; length--) {
    const start = parts.slice(0, length).join('/')
    const twin = others.find((other) => isTagWithin(other, start))
    if (twin) return [...twin.split('/').slice(0, length), ...parts.slice(length)].join('/')
  }
  return name
}
