import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type ElectronApplication,
  type Page,
  _electron,
  test as base,
  expect,
} from 'playwright/test'

const PROJECT_FOLDER = fileURLToPath(new URL('../..', import.meta.url))

/** The sample archive that is bundled with the app. */
export const SAMPLE_ARCHIVE = join(PROJECT_FOLDER, 'resources', 'sample-archive')

/** The app, running, with its window. */
export interface RunningApp {
  app: ElectronApplication
  window: Page
  /** What the window's console said as a warning or an error, and errors nobody caught. */
  complaints: string[]
}

interface Fixtures {
  /** A folder for this test alone, gone afterwards. */
  folder: string
  /** What the app keeps things below, inside `folder`. */
  home: string
  /** Start the built app; it is closed after the test. */
  launch: (...args: string[]) => Promise<RunningApp>
}

export const test = base.extend<Fixtures>({
  // Playwright wants the first parameter destructured, even where nothing is taken from it.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'annals-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  home: async ({ folder }, use) => {
    await use(join(folder, 'home'))
  },
  launch: async ({ home }, use) => {
    const running: ElectronApplication[] = []
    await use(async (...args) => {
      const app = await _electron.launch({
        executablePath: electronPath(),
        // The app's own theme, where Playwright would make every window light.
        colorScheme: null,
        args: [...sandboxArguments(), PROJECT_FOLDER, '--home', home, ...args],
      })
      running.push(app)
      const complaints: string[] = []
      const window = await app.firstWindow()
      window.on('console', (message) => {
        if (['warning', 'error'].includes(message.type())) complaints.push(message.text())
      })
      window.on('pageerror', (error) => complaints.push(String(error)))
      return { app, window, complaints }
    })
    for (const app of running) await app.close()
  },
})

export { expect }

function electronPath(): string {
  const path = process.env['ANNALS_ELECTRON']
  if (path === undefined) throw new Error('Run the end-to-end tests by “npm run test:e2e”.')
  return path
}

/** Chromium refuses to sandbox a root user's processes; see CONTRIBUTING.md. */
function sandboxArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
