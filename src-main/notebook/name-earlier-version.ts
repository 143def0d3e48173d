import { splitCharacters } from './characters.ts'

const MOST_CHARACTERS = 200

/**
 * What an earlier version of a record is called beside the present one: “Talks (from 3 June, 14:05)”
 * in the time of this place, with the year where that is another.
 *
 * @param at - ISO 8601, UTC.
 */
export function nameEarlierVersion(name: string, at: string, now = new Date()): string {
  const time = new Date(at)
  const year = time.getFullYear() === now.getFullYear() ? '' : ` ${time.getFullYear()}`
  const month = time.toLocaleString('en', { month: 'long' })
  const clock = [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0'))
  const ending = ` (from ${time.getDate()} ${month}${year}, ${clock.join(':')})`
  const most = MOST_CHARACTERS - ending.length
  return `${splitCharacters(name).slice(0, most).join('').trimEnd()}${ending}`
}
