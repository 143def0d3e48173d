import { writeSync } from 'node:fs'
import { startImport } from '../../../../src-main/index/start-import.ts'

// A program of its own, to be killed: `import-program.ts <root> <index>`, tells its progress.
const [, , root = '', indexPath = ''] = process.argv
const report = await startImport({
  root,
  indexPath,
  workerUrl: new URL('../../../../src-main/workers/import.worker.ts', import.meta.url),
  onProgress: ({ filesRead }) => {
    writeSync(1, `${filesRead}\n`)
  },
  signal: new AbortController().signal,
})
writeSync(1, `done ${report.events}\n`)
