import { main } from './setup/report.mjs'
import { startApp } from './setup/start-app.mjs'

await main(() => startApp(process.argv.slice(2)))
