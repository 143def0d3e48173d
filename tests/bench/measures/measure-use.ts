import type { Page } from 'playwright'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Random, deriveSeed } from '../archive/random.ts'
import type { Vocabulary } from '../archive/vocabulary.ts'
import { BLANK_APP, launchElectron } from './launch.ts'
import { type ScrollingFigures, measureScrolling } from './measure-scrolling.ts'
import { type TypingFigures, measureTyping } from './measure-typing.ts'

const PROJECT_FOLDER = fileURLToPath(new URL('../../..', import.meta.url))
/** The app looks for changes of the archive after it has started. */
const QUIET_AFTER_MS = 120_000

/** How a window feels. */
export interface Feel {
  typing: TypingFigures
  scrolling: ScrollingFigures[]
}

/** How the window feels, beside one that does nothing but show rows and what is typed. */
export interface UseFigures extends Feel {
  plain: Feel
}

/** Type into and scroll the real window on an archive that is imported already. */
export async function measureUse(options: {
  archive: string
  home: string
  vocabulary: Vocabulary
  seed: number
}): Promise<UseFigures> {
  const { archive, home, vocabulary, seed } = options
  const plain = await measurePlainUse(vocabulary, seed)
  const app = await launchElectron([PROJECT_FOLDER, '--home', home, archive])
  try {
    const window = await app.firstWindow()
    await window.locator('.result-row').first().waitFor({ timeout: QUIET_AFTER_MS })
    await window.locator('.shell-import').waitFor({ state: 'detached', timeout: QUIET_AFTER_MS })
    return { ...(await measureFeel(window, vocabulary, seed)), plain }
  } finally {
    await app.close()
  }
}

/** What the machine makes of the same keys and turns of the wheel where a program has nothing to do. */
async function measurePlainUse(vocabulary: Vocabulary, seed: number): Promise<Feel> {
  const home = mkdtempSync(join(tmpdir(), 'annals-bench-plain-'))
  const app = await launchElectron([BLANK_APP, `--user-data-dir=${home}`])
  try {
    const window = await app.firstWindow()
    await window.locator('#text').waitFor()
    await window.evaluate(fillPlainPage)
    return await measureFeel(window, vocabulary, seed)
  } finally {
    await app.close()
    rmSync(home, { recursive: true, force: true })
  }
}

async function measureFeel(window: Page, vocabulary: Vocabulary, seed: number): Promise<Feel> {
  const scrolling = await measureScrolling(window)
  const random = new Random(deriveSeed(seed, 8, 0))
  return { scrolling, typing: await measureTyping(window, vocabulary, random) }
}

/** Runs in the window: a field whose text is shown in quotes below it, and a list of rows. */
function fillPlainPage() {
  const field = document.createElement('input')
  field.dataset['searchField'] = ''
  const read = document.createElement('p')
  read.className = 'search-interpretation'
  field.addEventListener('input', () => {
    read.textContent = `“${field.value}”`
  })
  const list = document.createElement('div')
  list.className = 'result-list'
  const rows = document.createElement('div')
  rows.className = 'rows'
  rows.style.cssText = 'height: 600px; overflow: auto'
  for (let count = 0; count < 3000; count += 1) {
    const row = document.createElement('div')
    row.className = 'row'
    row.style.cssText = 'height: 80px'
    row.textContent = `Row ${count}`
    rows.append(row)
  }
  list.append(rows)
  document.body.replaceChildren(field, read, list)
}
