import type { EventId } from '#shared/event.ts'
import type { IncomingQuote } from '../incoming-annotation.ts'
import { type JsonObject, isObject, read, readText, toList } from '../json-values.ts'
import { readEventIri } from './annotation-iri.ts'

/** What an annotation is on. */
export interface Target {
  eventIds: EventId[]
  /** Web addresses. */
  addresses: string[]
  quote: IncomingQuote | null
}

/** Selectors may refine one another; nobody nests them deeper. */
const MOST_REFINEMENTS = 10

/** What an annotation is on: all sources of its targets, and the first words that one of them selects. */
export function readTarget(annotation: JsonObject): Target {
  const targets = toList(read(annotation, 'target')).flatMap(listParts)
  const sources = targets.flatMap(listSources)
  const eventIds = sources.flatMap((source) => readEventIri(source) ?? readPath(source) ?? [])
  const quotes = targets.filter(isObject).flatMap((target) => findQuotes(read(target, 'selector')))
  return {
    eventIds: [...new Set(eventIds)],
    addresses: [...new Set(sources.filter((source) => /^https?:/i.test(source)))],
    quote: quotes[0] ?? null,
  }
}

/** Of a choice, list or set of targets, all. */
function listParts(target: unknown): unknown[] {
  const items = isObject(target) ? toList(read(target, 'items')) : []
  return items.length > 0 ? items : [target]
}

function listSources(target: unknown): string[] {
  if (typeof target === 'string') return [target]
  if (!isObject(target)) return []
  const source = read(target, 'source')
  const names = isObject(source)
    ? [readText(source, 'id'), ...toList(read(source, 'via'))]
    : [...toList(source), ...toList(read(target, 'via')), ...toList(read(target, 'canonical'))]
  const own = source === undefined ? [readText(target, 'id'), readText(target, '@id')] : []
  return [...names, ...own].filter((name) => typeof name === 'string')
}

/** A source without a scheme is a path in an archive. */
function readPath(source: string): EventId | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(source)) return null
  const path = source.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The words that selectors quote; what others narrow down is looked through as well. */
function findQuotes(selectors: unknown, level = 0): IncomingQuote[] {
  if (level > MOST_REFINEMENTS) return []
  return toList(selectors)
    .filter(isObject)
    .flatMap((selector) => {
      const refined = findQuotes(read(selector, 'refinedBy'), level + 1)
      const exact = readText(selector, 'exact')
      if (exact === null || exact.trim() === '') {
        return [...refined, ...findQuotes(read(selector, 'items'), level + 1)]
      }
      const prefix = readText(selector, 'prefix') ?? ''
      const suffix = readText(selector, 'suffix') ?? ''
      // The narrower words are the ones that are meant.
      return [...refined, { exact, prefix, suffix }]
    })
}
