import type { FieldName } from './query-fields.ts'

const BARE_VALUE = /^[\p{L}\p{N}][\p{L}\p{N}./_-]*$/u

/** A part of a query that asks for `value` in a field, whatever the value holds. */
export function formatField(field: FieldName, value: string): string {
  return `${field}:${BARE_VALUE.test(value) ? value : formatPhrase(value)}`
}

/** A part of a query that asks for these words in this order. */
export function formatPhrase(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
