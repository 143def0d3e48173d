/**
 * Begins every identity token. Nobody types it, folding keeps it, and the text index takes it for a
 * letter of a word.
 */
const MARK = '\u{10FF00}'

/**
 * The word that stands in the column `entities` of the text index for every event of an entity.
 *
 * @param id - Row id of the entity.
 */
export function entityToken(id: number): string {
  return MARK + id.toString(36)
}

/**
 * The word that stands in the column `sources` of the text index for every event that cites a host.
 *
 * @param id - Row id of the host.
 */
export function hostToken(id: number): string {
  return MARK + id.toString(36)
}
