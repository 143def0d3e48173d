import { addPart } from './add-part.ts'
import { formatField } from './format-field.ts'
import { listConditions } from './list-conditions.ts'
import { parseQuery } from './parse-query.ts'
import { removePart } from './remove-part.ts'
import { replacePart } from './replace-part.ts'

/**
 * The query with this range of dates in the place of all dates that every match must have. Dates that
 * are excluded, or stand among alternatives, stay.
 *
 * @param first - A date, perhaps partial: `2008`, `2008-06`, `2008-06-06`.
 * @param last - As precise, not earlier; the same where one year, month or day is meant.
 */
export function setDateRange(query: string, first: string, last: string): string {
  const part = formatField('date', first === last ? first : `${first}..${last}`)
  const conditions = listConditions(parseQuery(query).root)
  const [date, another] = conditions.filter(({ kind }) => kind === 'date')
  if (another) return setDateRange(removePart(query, another), first, last)
  return date ? replacePart(query, date, part) : addPart(query, part)
}
