import { foreignId } from '../foreign-id.ts'
import type {
  ForeignAnnotation,
  IncomingAnnotation,
  IncomingQuote,
} from '../incoming-annotation.ts'
import { type JsonObject, isObject, read, readMoment, readText, toList } from '../json-values.ts'

/**
 * The annotations of Hypothesis: an answer of its interface (`rows`), an export of its client
 * (`annotations`), a list, or one alone.
 *
 * @returns `null` where it is none of these.
 */
export function readHypothesis(document: unknown): IncomingAnnotation[] | null {
  const rows = listRows(document)
  if (!rows?.some(isAnnotation)) return null
  return rows.map((row) => (isAnnotation(row) ? readRow(row) : refuse(row)))
}

function refuse(row: unknown): IncomingAnnotation {
  const id = isObject(row) ? readText(row, 'id') : null
  return { kind: 'refused', title: id ?? 'An entry', reason: 'It has neither address nor text.' }
}

function listRows(document: unknown): unknown[] | null {
  if (Array.isArray(document)) return document as unknown[]
  if (!isObject(document)) return null
  const rows = read(document, 'rows') ?? read(document, 'annotations')
  if (Array.isArray(rows)) return rows as unknown[]
  return [document]
}

function isAnnotation(row: unknown): row is JsonObject {
  return isObject(row) && readText(row, 'uri') !== null && typeof read(row, 'text') === 'string'
}

function readRow(row: JsonObject): ForeignAnnotation {
  const created = readMoment(row, 'created')
  const id = readText(row, 'id')
  return {
    kind: 'foreign',
    id: foreignId(id === null ? JSON.stringify(row) : `hypothesis:${id}`),
    created,
    modified: readMoment(row, 'updated') ?? created,
    note: readText(row, 'text') ?? '',
    tags: toList(read(row, 'tags')).filter((tag) => typeof tag === 'string'),
    quote: findQuote(row),
    eventIds: [],
    addresses: listAddresses(row),
  }
}

/** Where the page was annotated, where it says that it belongs, and where it was archived from. */
function listAddresses(row: JsonObject): string[] {
  const targets = toList(read(row, 'target')).filter(isObject)
  const links = toList(read(asObject(read(row, 'document')), 'link')).filter(isObject)
  const addresses = [
    readText(row, 'uri'),
    ...targets.map((target) => readText(target, 'source')),
    ...links.map((link) => readText(link, 'href')),
  ]
  return [...new Set(addresses.filter((address) => address !== null))]
}

function findQuote(row: JsonObject): IncomingQuote | null {
  const selectors = toList(read(row, 'target'))
    .filter(isObject)
    .flatMap((target) => toList(read(target, 'selector')).filter(isObject))
  for (const selector of selectors) {
    const exact = readText(selector, 'exact')
    if (exact === null || exact.trim() === '') continue
    const prefix = readText(selector, 'prefix') ?? ''
    const suffix = readText(selector, 'suffix') ?? ''
    return { exact, prefix, suffix }
  }
  return null
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}
