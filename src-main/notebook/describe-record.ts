import type { Claim } from '#shared/claim.ts'
import type { Annotation, Collection } from '#shared/notebook.ts'
import type { HeldRecord } from './document-kinds.ts'
import { shortenText } from './shorten-text.ts'

const LONGEST_TITLE = 80

/** A record in words: what it is called and what it says, Markdown. */
export function describeRecord(held: HeldRecord): { title: string; text: string } {
  switch (held.kind) {
    case 'annotation':
      return describeAnnotation(held.record)
    case 'collection':
      return { title: held.record.name, text: describeCollection(held.record) }
    case 'claim':
      return { title: held.record.name, text: describeClaim(held.record) }
    case 'savedSearch':
      return { title: held.record.name, text: held.record.query }
  }
}

function describeAnnotation({ event, note, tags, selector }: Annotation) {
  const quotation = selector ? `> ${selector.exact.replaceAll('\n', '\n> ')}` : ''
  const text = joinBlocks([quotation, note, tags.map((tag) => `#${tag}`).join(' ')])
  return { title: shortenText(event.title, LONGEST_TITLE), text }
}

function describeCollection({ introduction, entries }: Collection): string {
  const list = entries.map(({ event, remark }) => {
    const words = remark.trim() === '' ? '' : `\n  ${remark.replaceAll('\n', '\n  ')}`
    return `- ${event.date ?? 'undated'} ${event.title}${words}`
  })
  return joinBlocks([introduction, list.join('\n')])
}

function describeClaim({ verdict, evidence }: Claim): string {
  const list = evidence.map(({ stance, event, quote, remark }) => {
    const words = [quote === '' ? '' : `“${quote}”`, remark].filter((part) => part.trim() !== '')
    return [`- ${stance}: ${event.date ?? 'undated'} ${event.title}`, ...words].join(' — ')
  })
  return joinBlocks([verdict, list.join('\n')])
}

function joinBlocks(blocks: string[]): string {
  return blocks.filter((block) => block.trim() !== '').join('\n\n')
}
