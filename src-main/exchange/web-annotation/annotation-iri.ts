import type { EventId } from '#shared/event.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const EVENT = 'annals:event/'
const ANNOTATION = 'annals:annotation/'

/**
 * The IRI of an event. An archive has no address in the web, so that the scheme is our own; behind
 * it stands the path of the event's page in the archive, percent-encoded.
 */
export function eventIri(id: EventId): string {
  return EVENT + id.toWellFormed().split('/').map(encodeURIComponent).join('/')
}

/** The id of the event an IRI names, or `null`. */
export function readEventIri(iri: string): EventId | null {
  return iri.startsWith(EVENT) ? decode(iri.slice(EVENT.length)) : null
}

/** The IRI of an annotation: `urn:uuid:`, or one of our own scheme where its id is no UUID. */
export function annotationIri(id: string): string {
  return UUID.test(id) ? `urn:uuid:${id}` : ANNOTATION + encodeURIComponent(id.toWellFormed())
}

/** The id of the annotation an IRI names, or `null`. */
export function readAnnotationIri(iri: string): string | null {
  if (iri.startsWith(ANNOTATION)) return decode(iri.slice(ANNOTATION.length))
  const uuid = iri.startsWith('urn:uuid:') ? iri.slice('urn:uuid:'.length) : ''
  return UUID.test(uuid) ? uuid : null
}

function decode(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return null
  }
}
