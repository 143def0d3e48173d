import { writeSync } from 'node:fs'
import { startImport } from '../../../../src-main/index/start-import.ts'

// A program of its own that dies by a signal once it has read a number of files:
// `import-program.ts <root> <index> <files>`.
const [, , root = '', indexPath = '', files = ''] = process.argv
const report = await startImport({
  root,
  indexPath,
  workerUrl: new URL('../../../../src-main/workers/import.worker.ts', import.meta.url),
  acceptLoss: false,
  onProgress: ({ filesRead }) => {
    if (filesRead >= Number(files)) process.kill(process.pid, 'SIGKILL')
  },
  signal: new AbortController().signal,
})
writeSync(1, `done ${report.events}\n`)
