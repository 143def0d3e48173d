import * as v from 'valibot'
import { AnnalsError } from '#shared/errors.ts'

/**
 * The version of every kind of document that this program writes, and the newest that it reads. An
 * older document stays as it is until something in it is changed.
 */
export const DOCUMENT_VERSION = 2

/** One kind of document. */
export interface DocumentFormat<Data extends object> {
  /** What stands in the document's `format`. */
  name: string
  /**
   * Makes no change but to order keys and to fill in what older versions lack; keys that it does not
   * know are kept.
   */
  schema: v.GenericSchema<unknown, Data>
  /**
   * Join what two programs made of the same document.
   *
   * @param base - What both began with; `null` where there was nothing.
   */
  merge(base: Data | null, ours: Data, theirs: Data): Data
  /**
   * What {@link DocumentFormat.merge} leaves out of the two and is to be kept as a document of its
   * own, or `null`.
   */
  spare?(base: Data | null, ours: Data, theirs: Data): Data | null
  /** A document that holds no records; left out where a document is one record. */
  empty?: Data
}

const Envelope = v.object({
  format: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  data: v.unknown(),
})

/**
 * The bytes of a document: `{ format, version, data }`, indented, keys in one order, so that it
 * reads well and a change touches few lines.
 *
 * There is no checksum and no counter in it. They would make every merge in Git a conflict and
 * every change by hand look like damage, and they would find nothing that matters: what is cut off
 * or garbled is no longer JSON or lacks a part. Changes by others are found by comparing bytes.
 */
export function formatDocument<Data extends object>(
  format: DocumentFormat<Data>,
  data: Data,
): Buffer {
  const document = { format: format.name, version: DOCUMENT_VERSION, data }
  return Buffer.from(`${JSON.stringify(document, null, 2)}\n`)
}

/** What a document holds, and in which version it was written. */
export interface ParsedDocument<Data extends object> {
  data: Data
  version: number
}

/** {@link parseVersionedDocument} for those who need no version. */
export function parseDocument<Data extends object>(
  format: DocumentFormat<Data>,
  bytes: Uint8Array,
  path: string,
): Data {
  return parseVersionedDocument(format, bytes, path).data
}

/**
 * Read a document strictly: UTF-8 (a byte order mark is passed over), JSON, all parts there.
 *
 * @param path - Where the bytes come from, for the message.
 * @throws NOTEBOOK_DAMAGED, NOTEBOOK_NEWER
 */
export function parseVersionedDocument<Data extends object>(
  format: DocumentFormat<Data>,
  bytes: Uint8Array,
  path: string,
): ParsedDocument<Data> {
  const envelope = check(Envelope, parseJson(bytes, path), path)
  if (envelope.format !== format.name) {
    throw damaged(path, `it says that it is “${envelope.format}”, not “${format.name}”`)
  }
  if (envelope.version > DOCUMENT_VERSION) {
    const message = `This document was written by a newer Annals: ${path}`
    throw new AnnalsError('NOTEBOOK_NEWER', message, { details: { path } })
  }
  return { data: check(format.schema, envelope.data, path), version: envelope.version }
}

function parseJson(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (bytes.length === 0) throw damaged(path, 'it is empty')
    if (error instanceof SyntaxError) throw damaged(path, describeSyntax(bytes, error))
    throw damaged(path, 'it is not UTF-8')
  }
}

/** Git writes both sides into a file that it cannot merge. */
function describeSyntax(bytes: Uint8Array, { message }: SyntaxError): string {
  const text = new TextDecoder().decode(bytes)
  const isConflict = /^<{7} /m.test(text) && /^>{7} /m.test(text)
  return isConflict
    ? 'it holds both sides of a merge in Git that has to be finished there'
    : message
}

function check<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown, path: string) {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const [issue] = result.issues
  throw damaged(path, `${v.getDotPath(issue) ?? 'document'}: ${issue.message}`)
}

function damaged(path: string, reason: string): AnnalsError {
  const message = `This document cannot be read: ${path} (${reason})`
  return new AnnalsError('NOTEBOOK_DAMAGED', message, { details: { path } })
}
