import type { ForeignAnnotation, IncomingAnnotation } from '../incoming-annotation.ts'
import { foreignId } from '../foreign-id.ts'
import { type JsonObject, readMoment, readText } from '../json-values.ts'
import { listItems } from './list-items.ts'
import { readBodies } from './read-bodies.ts'
import { readOwn } from './read-own.ts'
import { readTarget } from './read-target.ts'

/**
 * The annotations of a document after the W3C Web Annotation model, whoever wrote it.
 *
 * @returns `null` where it is none.
 */
export function readWebAnnotations(document: unknown): IncomingAnnotation[] | null {
  const list = listItems(document)
  if (!list) return null
  const { items, missingPages } = list
  return [
    ...items.map(readItem),
    ...missingPages.map((title) => {
      return { kind: 'refused', title, reason: 'This page is not in the file.' } as const
    }),
  ]
}

function readItem(item: JsonObject): IncomingAnnotation {
  const annotation = readOwn(item)
  return annotation ? { kind: 'own', annotation } : readForeign(item)
}

function readForeign(item: JsonObject): ForeignAnnotation {
  const created = readMoment(item, 'created')
  return {
    kind: 'foreign',
    id: foreignId(readText(item, 'id') ?? readText(item, '@id') ?? JSON.stringify(item)),
    created,
    modified: readMoment(item, 'modified') ?? created,
    ...readBodies(item),
    ...readTarget(item),
  }
}
