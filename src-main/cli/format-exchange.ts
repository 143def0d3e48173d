import type { ExchangeResult } from '#shared/exchange.ts'
import { formatCount } from './format-rows.ts'
import type { Paint } from './paint.ts'
import { cleanLine } from './terminal-text.ts'

/** What was brought in, and what was refused and why. */
export function formatExchange(result: ExchangeResult, paint: Paint): string {
  const { format, total, added, updated, same, conflicts, refused } = result
  const read = formatCount(total, format === 'notebook' ? 'record' : 'annotation')
  const count = (value: number) => value.toLocaleString('en')
  return [
    ...refused.map(
      ({ title, reason }) =>
        `${paint('bad', 'refused')}  ${cleanLine(title)}: ${cleanLine(reason)}`,
    ),
    `${read} read: ${count(added)} added, ${count(updated)} updated, ${count(same)} as they were, ${count(conflicts)} kept in both versions, ${count(refused.length)} refused`,
  ].join('\n')
}
