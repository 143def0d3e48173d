import { runCli } from './cli/run-cli.ts'

const isBuilt = import.meta.url.endsWith('.js')

function workerUrl(name: string): URL {
  return new URL(isBuilt ? `./${name}.worker.js` : `./workers/${name}.worker.ts`, import.meta.url)
}

process.exitCode = await runCli(process.argv.slice(2), {
  importUrl: workerUrl('import'),
  queryUrl: workerUrl('query'),
  exchangeUrl: workerUrl('exchange'),
})
