import { type FieldName, takesWords } from './query-fields.ts'

const BARE_VALUE = /^[\p{L}\p{N}][\p{L}\p{N}./_-]*$/u

/** How a part is written. */
export interface FieldStyle {
  /** Whether case, accents and script count: `entity:="Japan"`. Dates and the like know no such sign. */
  isExact?: boolean
  /** Whether it stands in quotes even if it need not. */
  isPhrase?: boolean
}

/**
 * A part of a query that asks for `value` in a field, whatever the value holds.
 *
 * @param value - Not blank.
 */
export function formatField(field: FieldName, value: string, style: FieldStyle = {}): string {
  const isBare = BARE_VALUE.test(value) && style.isPhrase !== true
  return `${formatFieldName(field, style)}${isBare ? value : formatPhrase(value)}`
}

/** The beginning of such a part: `entity:`, and where it is exact `entity:=`. */
export function formatFieldName(field: FieldName, { isExact }: FieldStyle = {}): string {
  return `${field}:${isExact === true && takesWords(field) ? '=' : ''}`
}

/** A part of a query that asks for these words in this order. */
export function formatPhrase(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
