import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Sample, ratios, sample } from '../statistics.ts'
import { BLANK_APP, launchElectron } from './launch.ts'
import { processTreeBytes } from './process-memory.ts'

const PROJECT_FOLDER = fileURLToPath(new URL('../../..', import.meta.url))
const LAUNCHES = 5
const SETTLE_STEP_MS = 1000
const SETTLED_STEPS = 3
const MAX_SETTLE_STEPS = 60
const SETTLED_CHANGE = 0.01
const FIRST_ROW = '.result-row'

/** How fast the window is there and what it takes. */
export interface WindowFigures {
  launches: number
  usableMs: Sample
  blankMs: Sample
  usablePerBlank: Sample
  /** `null` where the system does not say. */
  memory: { appBytes: Sample; blankBytes: Sample; overBlankBytes: Sample } | null
}

interface Launch {
  visibleMs: number
  bytes: number | null
}

/**
 * Start the built app on an archive that is imported already, until the first row of the list is
 * visible, and in turn a blank window, until its text is.
 *
 * @param options.home - What the app keeps things below; the archive's index is there.
 */
export async function measureWindow(options: {
  archive: string
  home: string
}): Promise<WindowFigures> {
  const { archive, home } = options
  const blankHome = mkdtempSync(join(tmpdir(), 'annals-bench-blank-'))
  const launchApp = () => launch([PROJECT_FOLDER, '--home', home, archive], FIRST_ROW)
  const launchBlank = () => launch([BLANK_APP, `--user-data-dir=${blankHome}`], '#text')
  const apps: Launch[] = []
  const blanks: Launch[] = []
  try {
    // The first start of each fills caches that later starts find.
    await launchBlank()
    await launchApp()
    for (let count = 0; count < LAUNCHES; count += 1) {
      blanks.push(await launchBlank())
      apps.push(await launchApp())
    }
  } finally {
    rmSync(blankHome, { recursive: true, force: true })
  }
  const usableMs = apps.map(({ visibleMs }) => visibleMs)
  const blankMs = blanks.map(({ visibleMs }) => visibleMs)
  return {
    launches: LAUNCHES,
    usableMs: sample(usableMs),
    blankMs: sample(blankMs),
    usablePerBlank: sample(ratios(usableMs, blankMs)),
    memory: compareMemory(apps, blanks),
  }
}

async function launch(args: string[], visible: string): Promise<Launch> {
  const startedMs = performance.now()
  const app = await launchElectron(args)
  try {
    const window = await app.firstWindow()
    await window.locator(visible).first().waitFor({ state: 'visible', timeout: 120_000 })
    const visibleMs = performance.now() - startedMs
    const bytes = process.platform === 'linux' ? await settledBytes(app.process().pid!) : null
    return { visibleMs, bytes }
  } finally {
    await app.close()
  }
}

/** Memory once it stands still: the app looks for changes of the archive after it has started. */
async function settledBytes(pid: number): Promise<number> {
  let bytes = processTreeBytes(pid)
  let settledSteps = 0
  for (let step = 0; step < MAX_SETTLE_STEPS && settledSteps < SETTLED_STEPS; step += 1) {
    await setTimeout(SETTLE_STEP_MS)
    const now = processTreeBytes(pid)
    const isSettled = Math.abs(now - bytes) < SETTLED_CHANGE * bytes
    settledSteps = isSettled ? settledSteps + 1 : 0
    bytes = now
  }
  return bytes
}

function compareMemory(apps: Launch[], blanks: Launch[]): WindowFigures['memory'] {
  const appBytes = apps.flatMap(({ bytes }) => bytes ?? [])
  const blankBytes = blanks.flatMap(({ bytes }) => bytes ?? [])
  if (appBytes.length === 0) return null
  return {
    appBytes: sample(appBytes),
    blankBytes: sample(blankBytes),
    overBlankBytes: sample(appBytes.map((bytes, index) => bytes - blankBytes[index]!)),
  }
}
