import type { ExchangeFormat } from '#shared/exchange.ts'
import { exchangeUnreadable } from './exchange-unreadable.ts'
import { readHypothesis } from './hypothesis/read-hypothesis.ts'
import type { IncomingAnnotation } from './incoming-annotation.ts'
import { parseJson } from './parse-json.ts'
import { readFile } from './read-file.ts'
import { readWebAnnotations } from './web-annotation/read-web-annotations.ts'

/** What a file of annotations holds. */
export interface AnnotationFile {
  format: Exclude<ExchangeFormat, 'notebook'>
  annotations: IncomingAnnotation[]
}

/**
 * Read a file of annotations, whatever its form, synchronously (for workers). Nothing in it is
 * trusted.
 *
 * @throws EXCHANGE_UNREADABLE
 */
export function readAnnotationFile(path: string): AnnotationFile {
  const document = parseJson(readFile(path), path)
  const ofStandard = readWebAnnotations(document)
  if (ofStandard) return { format: 'web-annotation', annotations: ofStandard }
  const ofHypothesis = readHypothesis(document)
  if (ofHypothesis) return { format: 'hypothesis', annotations: ofHypothesis }
  throw exchangeUnreadable(path, 'it holds no annotations in a form that is known')
}
