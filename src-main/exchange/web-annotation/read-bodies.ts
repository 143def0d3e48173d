import { decodeHTML } from 'entities'
import { type JsonObject, isObject, read, readText, toList } from '../json-values.ts'

/** What the bodies of an annotation say. */
export interface Bodies {
  /** Markdown; the texts of several bodies one after the other. */
  note: string
  tags: string[]
}

/**
 * What is said of the target: texts are the note, those with the purpose of tagging are tags. A body
 * that is a resource elsewhere becomes a link.
 */
export function readBodies(annotation: JsonObject): Bodies {
  const notes: string[] = []
  const tags: string[] = []
  const isTagging = toList(read(annotation, 'motivation')).some(isTaggingName)
  const value = readText(annotation, 'bodyValue')
  if (value !== null) notes.push(value)
  for (const body of toList(read(annotation, 'body')).flatMap(listAlternatives)) {
    const text = readBodyText(body)
    if (text === null) continue
    const purposes = isObject(body) ? toList(read(body, 'purpose')) : []
    const isTag = purposes.length > 0 ? purposes.some(isTaggingName) : isTagging
    if (isTag) tags.push(text)
    else notes.push(text)
  }
  return { note: notes.join('\n\n'), tags }
}

function isTaggingName(name: unknown): boolean {
  return name === 'tagging' || name === 'oa:tagging' || name === 'http://www.w3.org/ns/oa#tagging'
}

/** Of a choice, the first; of a list or set of bodies, all. */
function listAlternatives(body: unknown): unknown[] {
  if (!isObject(body) || readText(body, 'value') !== null) return [body]
  const items = toList(read(body, 'items'))
  if (items.length === 0) return [body]
  return toList(read(body, 'type')).includes('Choice') ? items.slice(0, 1) : items
}

function readBodyText(body: unknown): string | null {
  if (typeof body === 'string') return toLink(body)
  if (!isObject(body)) return null
  const text = readText(body, 'value') ?? readText(body, 'chars')
  if (text !== null) return readText(body, 'format') === 'text/html' ? stripTags(text) : text
  const address = readText(body, 'source') ?? readText(body, 'id')
  return address === null ? null : toLink(address)
}

function toLink(address: string): string {
  return /^(?:https?|mailto):[^\s<>]+$/i.test(address) ? `<${address}>` : address
}

/** The words of a body in HTML: no markup of others comes into the notebook. */
function stripTags(html: string): string {
  const text = html.replace(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, '\n').replace(/<[^>]*>/g, '')
  return decodeHTML(text).trim()
}
