import { fileURLToPath } from 'node:url'
import { Random, deriveSeed } from '../archive/random.ts'
import { makeVocabulary } from '../archive/vocabulary.ts'
import { launchElectron } from './launch.ts'
import { type ScrollingFigures, measureScrolling } from './measure-scrolling.ts'
import { type TypingFigures, measureTyping } from './measure-typing.ts'

const PROJECT_FOLDER = fileURLToPath(new URL('../../..', import.meta.url))
/** The app looks for changes of the archive after it has started. */
const QUIET_AFTER_MS = 120_000

/** How the window feels. */
export interface UseFigures {
  typing: TypingFigures
  scrolling: ScrollingFigures[]
}

/** Type into and scroll the real window on an archive that is imported already. */
export async function measureUse(options: {
  archive: string
  home: string
  seed: number
}): Promise<UseFigures> {
  const { archive, home, seed } = options
  const app = await launchElectron([PROJECT_FOLDER, '--home', home, archive])
  try {
    const window = await app.firstWindow()
    await window.locator('.result-row').first().waitFor({ timeout: QUIET_AFTER_MS })
    await window.locator('.shell-import').waitFor({ state: 'detached', timeout: QUIET_AFTER_MS })
    const scrolling = await measureScrolling(window)
    const random = new Random(deriveSeed(seed, 8, 0))
    return { scrolling, typing: await measureTyping(window, makeVocabulary(seed), random) }
  } finally {
    await app.close()
  }
}
