import { mkdirSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startImport } from '../../../src-main/index/start-import.ts'
import { peakMemoryBytes } from '../measures/peak-memory.ts'

const [root = '', indexPath = '', workerPath = ''] = process.argv.slice(2)
// As the app's own import process does.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
mkdirSync(dirname(indexPath), { recursive: true })
const startedMs = performance.now()
const report = await startImport({
  root,
  indexPath,
  workerUrl: pathToFileURL(workerPath),
  acceptLoss: false,
  onProgress: () => undefined,
  signal: new AbortController().signal,
})
const durationMs = performance.now() - startedMs
const { user, system } = process.cpuUsage()
const counts = { ...report, problems: report.problems.length }
console.log(
  JSON.stringify({
    durationMs,
    processorMs: (user + system) / 1000,
    peakBytes: peakMemoryBytes(),
    counts,
  }),
)
