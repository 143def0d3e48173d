import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openQueryClient } from '../../../src-main/index/query-client.ts'
import { percentile } from '../statistics.ts'
import { runProgram } from './run-program.ts'

const IMPORT_PROGRAM = new URL('../programs/import-archive.ts', import.meta.url)
/** The index must hold something before it is asked. */
const EVENTS_TO_BEGIN = 1000
const QUESTIONS_AFTERWARDS = 300

/** The same questions to an index while it is being made, and once it is there. */
export interface WhileImportingFigures {
  questions: number
  duringP50Ms: number
  duringP95Ms: number
  afterP50Ms: number
  afterP95Ms: number
}

/** Ask while an import from nothing runs in another process, and again when it has ended. */
export async function measureWhileImporting(options: {
  archive: string
  indexPath: string
  importWorkerPath: string
  queryWorkerPath: string
  words: string[]
}): Promise<WhileImportingFigures> {
  const { archive, indexPath, importWorkerPath, queryWorkerPath, words } = options
  rmSync(dirname(indexPath), { recursive: true, force: true })
  const ended = new AbortController()
  const importing = runProgram(IMPORT_PROGRAM, [archive, indexPath, importWorkerPath]).finally(
    () => {
      ended.abort()
    },
  )
  const client = openQueryClient({ indexPath, workerUrl: pathToFileURL(queryWorkerPath) })
  let asked = 0
  async function ask(): Promise<number> {
    const query = words[asked % words.length]!
    asked += 1
    const startedMs = performance.now()
    await client.search({ query, sort: 'date', isFolded: true, offset: 0, limit: 100 })
    return performance.now() - startedMs
  }
  try {
    while (!ended.signal.aborted && (await client.counts()).events < EVENTS_TO_BEGIN) await ask()
    const during: number[] = []
    while (!ended.signal.aborted) during.push(await ask())
    await importing
    const after: number[] = []
    while (after.length < QUESTIONS_AFTERWARDS) after.push(await ask())
    return {
      questions: during.length,
      duringP50Ms: percentile(during, 0.5),
      duringP95Ms: percentile(during, 0.95),
      afterP50Ms: percentile(after, 0.5),
      afterP95Ms: percentile(after, 0.95),
    }
  } finally {
    await client.close()
  }
}
