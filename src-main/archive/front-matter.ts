import { parseDocument } from 'yaml'

/** A page split at its front matter. */
export interface FrontMatter {
  /** Keys in lower case; empty where the YAML could not be read. */
  fields: Map<string, unknown>
  /** Whether the YAML had mistakes; what could be read of it is in `fields`. */
  isDamaged: boolean
  /** What follows. */
  body: string
}

const MAX_YAML_UNITS = 2 ** 16
const MAX_ALIASES = 50

/** @returns `null` where a page has no front matter. */
export function splitFrontMatter(text: string): FrontMatter | null {
  if (!text.startsWith('---') || !/^---[ \t]*\n/u.test(text)) return null
  const start = text.indexOf('\n') + 1
  const fence = /^(?:---|\.\.\.)[ \t]*$/mu.exec(text.slice(start, start + MAX_YAML_UNITS))
  if (!fence) return null
  const bodyStart = start + fence.index + fence[0].length + 1
  return {
    ...readYaml(text.slice(start, start + fence.index)),
    body: text.slice(bodyStart).replace(/^\n+/u, ''),
  }
}

function readYaml(source: string): Pick<FrontMatter, 'fields' | 'isDamaged'> {
  try {
    const document = parseDocument(source, { logLevel: 'silent', prettyErrors: false })
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
    return { fields: toFields(value), isDamaged: document.errors.length > 0 }
  } catch {
    // Too many aliases, or nested too deep for the parser.
    return { fields: new Map(), isDamaged: true }
  }
}

function toFields(value: unknown): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map()
  return new Map(Object.entries(value).map(([key, field]) => [key.toLowerCase(), field as unknown]))
}
