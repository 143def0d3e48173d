import { hash } from 'node:crypto'
import type { EventText } from '#shared/event-text.ts'

/** As many characters of a hash as tell a researcher's texts apart for good. */
const LENGTH = 32

/** The version of an event's text: the same for the same words in the same parts, else another. */
export function versionOfText({ text, parts }: EventText): string {
  const kinds = parts.map(({ kind }) => kind).join(' ')
  return hash('sha256', `${kinds}\n${text}`, 'hex').slice(0, LENGTH)
}
