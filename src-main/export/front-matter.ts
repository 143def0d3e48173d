import { stringify } from 'yaml'
import type { Source } from '#shared/event.ts'
import { plainLine } from './escape-text.ts'

/** Flat, because note programs show no nested keys. Keys stand in this order. */
export interface FrontMatter {
  title: string
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; left out where `null`. */
  date: string | null
  tags: string[]
  /** ISO 8601, UTC. */
  created: string
  updated: string
  /** Web addresses, unique. */
  sources: string[]
  /** UUID of a collection, or event id. */
  id: string
}

/** The block between `---` lines. */
export function formatFrontMatter(data: FrontMatter): string {
  const fields = {
    title: plainLine(data.title),
    ...(data.date !== null && { date: data.date }),
    ...(data.tags.length > 0 && { tags: data.tags }),
    created: data.created,
    updated: data.updated,
    ...(data.sources.length > 0 && { 'annals-sources': data.sources }),
    'annals-id': data.id,
  }
  // Many readers still speak YAML 1.1, where an unquoted "no" is false; dates shall stay dates there.
  const yaml = stringify(fields, {
    version: '1.1',
    customTags: (tags) =>
      tags.filter((tag) => typeof tag !== 'object' || tag.tag !== 'tag:yaml.org,2002:timestamp'),
    lineWidth: 0,
  })
  return `---\n${yaml}---`
}

/** The web addresses of some sources, each once. */
export function listAddresses(sources: Source[]): string[] {
  return [...new Set(sources.flatMap(({ url }) => url ?? []))]
}
