import { AnnalsError } from '#shared/errors.ts'
import { splitCharacters } from './characters.ts'
import type { NamedKind } from './named-kinds.ts'

const MOST_CHARACTERS = 200
const MOST_SLUG_BYTES = 80

/**
 * A record's name as it is kept: NFC, one line, no spaces around it.
 *
 * @throws the kind's `nameInvalid` where nothing is left or it is longer than 200 characters.
 */
export function cleanRecordName({ noun, codes }: NamedKind, given: string): string {
  const name = given.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const { length } = splitCharacters(name)
  if (length === 0) throw new AnnalsError(codes.nameInvalid, `A ${noun} needs a name.`)
  if (length > MOST_CHARACTERS) {
    const message = `This name has ${length} characters; ${MOST_CHARACTERS} are the most.`
    throw new AnnalsError(codes.nameInvalid, message)
  }
  return name
}

/**
 * Name of the file of a record: what can stand in a file name of the record's first name, then the
 * beginning of its id.
 */
export function recordFileName(
  { slug }: NamedKind,
  { name, id }: { name: string; id: string },
): string {
  return `${slugify(name) || slug}-${id.slice(0, 8)}.json`
}

function slugify(name: string): string {
  const words =
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  let slug = ''
  for (const character of splitCharacters(words.join('-'))) {
    if (Buffer.byteLength(slug + character) > MOST_SLUG_BYTES) break
    slug += character
  }
  return slug.replace(/-$/, '')
}
