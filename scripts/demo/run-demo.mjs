import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { styleText } from 'node:util'
import { nodeCommand } from '../setup/electron-command.mjs'
import { ensureBuild } from '../setup/ensure-build.mjs'
import { ensureSetup } from '../setup/ensure-setup.mjs'
import { PROJECT_FOLDER, projectPath } from '../setup/paths.mjs'
import { SetupError } from '../setup/report.mjs'
import { run } from '../setup/run.mjs'
import { takeScreenshot } from './take-screenshot.mjs'

const OUTPUT = projectPath('demo-output')
const HOME = join(OUTPUT, 'home')
const ARCHIVE = projectPath('resources', 'sample-archive')
const QUERY = 'moon'
const COLLECTION = 'The way to the Moon'

function shown(path) {
  return relative(process.cwd(), path) || path
}

/** Run one command of the CLI and show it as a person would type it. */
async function annals(...args) {
  const typed = args.map((arg) => (/[\s“”]/.test(arg) ? `"${arg}"` : shownIfPath(arg))).join(' ')
  console.log(styleText('dim', `$ npm run --silent annals -- ${typed}`))
  const node = nodeCommand([projectPath('out/main/cli.js'), '--json', '--home', HOME, ...args])
  const result = await run(node.command, node.args, {
    env: node.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const answer = JSON.parse(result.stdout)
  if (result.code !== 0) {
    throw new SetupError(`The demonstration failed: ${answer.error?.message ?? result.stdout}`)
  }
  return answer
}

function shownIfPath(arg) {
  return arg.startsWith(PROJECT_FOLDER) ? shown(arg) : arg
}

/**
 * Do the main job once without a window: import the sample archive, search it, annotate an event,
 * make a collection, export it, and leave a picture of the real window.
 *
 * @returns the exit code.
 */
export async function runDemo() {
  await ensureSetup({ withDisplay: true })
  await ensureBuild()
  rmSync(OUTPUT, { recursive: true, force: true })

  const report = await annals('import', ARCHIVE)
  console.log(
    `  Imported ${report.events} events on ${report.days} days, ` +
      `${report.relationsResolved} of ${report.relations} relations resolved, ` +
      `${report.problems.length} problems, in ${report.durationMs} ms.\n`,
  )

  const answer = await annals('search', ARCHIVE, QUERY, '--limit', '5')
  console.log(`  ${answer.total} events; the first ${answer.hits.length}:`)
  for (const hit of answer.hits) console.log(`    ${hit.date}  ${hit.title}`)
  console.log()

  const [first, second, third] = answer.hits
  const note = await annals(
    ...['annotate', ARCHIVE, first.id],
    ...['--note', 'Compare the **official** account with the mission report.'],
    ...['--tag', 'to check'],
  )
  console.log(`  Noted on “${note.event.title}”.\n`)

  await annals('collection', 'create', ARCHIVE, COLLECTION)
  await annals('collection', 'add', ARCHIVE, COLLECTION, first.id, second.id, third.id)
  await annals('collection', 'remark', ARCHIVE, COLLECTION, second.id, 'The turning point.')
  console.log(`  Collected 3 events in “${COLLECTION}”.\n`)

  const target = join(OUTPUT, 'the-way-to-the-moon.md')
  const result = await annals(
    ...['export', ARCHIVE, COLLECTION, '--format', 'markdown', '--out', target],
  )
  console.log(`  Exported ${result.entries} events.\n`)

  const picture = join(OUTPUT, 'window.png')
  await takeScreenshot({ archive: ARCHIVE, home: HOME, file: picture })

  console.log(styleText('bold', 'Done. Look at'))
  console.log(`  the export:            ${shown(target)}`)
  console.log(`  the window:            ${shown(picture)}`)
  console.log(`  the notebook's files:  ${shown(join(HOME, 'notebooks'))}`)
  return 0
}
