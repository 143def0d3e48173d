import { runDemo } from './demo/run-demo.mjs'
import { main } from './setup/report.mjs'

await main(runDemo)
