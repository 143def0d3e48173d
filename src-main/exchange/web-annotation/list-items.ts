import { type JsonObject, isObject, read, toList } from '../json-values.ts'

/** A collection of more pages than this is no collection that people made. */
const MOST_PAGES = 10_000

/** What a document holds of annotations, and what of it lies elsewhere. */
export interface WebAnnotationItems {
  items: JsonObject[]
  /** Addresses of pages that are not in the document. */
  missingPages: string[]
}

/**
 * The annotations of a W3C document: one alone, a list, a page, or a collection with the pages that
 * stand in it, one within the other.
 *
 * @returns `null` where it is none of these.
 */
export function listItems(document: unknown): WebAnnotationItems | null {
  if (Array.isArray(document)) {
    const lists = document.map(listItems)
    if (!lists.some((list) => list !== null)) return null
    const found = lists.filter((list) => list !== null)
    return {
      items: found.flatMap(({ items }) => items),
      missingPages: found.flatMap(({ missingPages }) => missingPages),
    }
  }
  if (!isObject(document)) return null
  if (hasType(document, 'Annotation')) return { items: [document], missingPages: [] }
  const isPaged = hasType(document, 'AnnotationCollection') || hasType(document, 'AnnotationPage')
  if (isPaged) return listPaged(document)
  const graph = read(document, '@graph')
  return Array.isArray(graph) ? listItems(graph) : null
}

function listPaged(document: JsonObject): WebAnnotationItems {
  const items: JsonObject[] = []
  const missingPages: string[] = []
  const waiting: unknown[] = [document]
  for (let pages = 0; waiting.length > 0 && pages < MOST_PAGES; pages++) {
    const page = waiting.shift()
    if (typeof page === 'string') missingPages.push(page)
    if (!isObject(page)) continue
    for (const item of toList(read(page, 'items'))) if (isObject(item)) items.push(item)
    waiting.push(...['first', 'next'].flatMap((name) => toList(read(page, name))))
  }
  return { items, missingPages }
}

/** Whether an object is of a class of the vocabulary, by its term or its name in full. */
export function hasType(object: JsonObject, name: string): boolean {
  const types = [...toList(read(object, 'type')), ...toList(read(object, '@type'))]
  return [name, `oa:${name}`, `http://www.w3.org/ns/oa#${name}`].some((known) =>
    types.includes(known),
  )
}
