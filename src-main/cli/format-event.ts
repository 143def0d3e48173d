import type { EventDate, Snippet } from '#shared/event.ts'
import type { Paint } from './paint.ts'
import { cleanLine } from './terminal-text.ts'

const DATE_WIDTH = 'YYYY-MM-DD'.length

/** A date in a column of its own; empty where there is none. */
export function formatDate(date: EventDate): string {
  return (date ?? '').padEnd(DATE_WIDTH)
}

/** A line for an event with its id below. */
export function formatEventRow(
  event: { id: string; date: EventDate; title: string },
  paint: Paint,
): string {
  const indent = ' '.repeat(DATE_WIDTH + 2)
  const title = paint('heading', cleanLine(event.title))
  return `${formatDate(event.date)}  ${title}\n${indent}${paint('faint', cleanLine(event.id))}`
}

/** A snippet on one line, its matches marked. */
export function formatSnippet({ text, marks }: Snippet, paint: Paint): string {
  let result = ''
  let position = 0
  for (const { startUtf16, endUtf16 } of marks) {
    result += oneLine(text.slice(position, startUtf16))
    result += paint('mark', oneLine(text.slice(startUtf16, endUtf16)))
    position = endUtf16
  }
  return result + oneLine(text.slice(position))
}

/** Parts keep the spaces at their ends. */
function oneLine(text: string): string {
  return text.replace(/\S(?:.*\S)?/gs, cleanLine).replace(/\s+/g, ' ')
}
