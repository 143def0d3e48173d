/** A JSON object from elsewhere. Only its own properties are looked at. */
export type JsonObject = Record<string, unknown>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value that may be given alone or as a list, as a list; nothing is an empty one. */
export function toList(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** An own property of an object; `undefined` where there is none. */
export function read(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** An own property that is a text; `null` where there is none. */
export function readText(object: JsonObject, name: string): string | null {
  const value = read(object, name)
  return typeof value === 'string' ? value : null
}

/** @returns a moment as ISO 8601, UTC, with milliseconds; `null` where the text names none. */
export function readMoment(object: JsonObject, name: string): string | null {
  const text = readText(object, name)
  if (text === null || !/^\d{4}-\d{2}-\d{2}T/.test(text)) return null
  const moment = new Date(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
