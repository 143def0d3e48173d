import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { describeSelection } from '#shared/describe-selection.ts'
import { composeEventText } from '#shared/event-text.ts'
import { HIGHLIGHT_COLOURS } from '#shared/notebook.ts'
import { resolvePlaces } from '../../../src-main/places.ts'
import { openWorkspace } from '../../../src-main/workspace.ts'
import { percentile } from '../statistics.ts'
import { launchElectron } from './launch.ts'

const PROJECT_FOLDER = fileURLToPath(new URL('../../..', import.meta.url))
const EVENT_ID = 'news/2008/06/6/long-report'
const HIGHLIGHTS = 500
const ROUNDS = 40
/** At 60 frames a second. */
const FRAME_MS = 1000 / 60

/** From words of the page that change until the frame that shows all highlights anew. */
export interface PaintingFigures {
  highlights: number
  rounds: number
  p50Ms: number
  p95Ms: number
  /** The same event without a highlight. */
  bareP50Ms: number
  /** What the highlights add at the median, as a share of a frame of 16.7 ms. */
  perFrame: number
}

/** Paint an event with many highlights, each across its neighbour, in the real window. */
export async function measurePainting(): Promise<PaintingFigures> {
  const bare = await paintRounds(0)
  const full = await paintRounds(HIGHLIGHTS)
  const p50Ms = percentile(full, 0.5)
  const bareP50Ms = percentile(bare, 0.5)
  return {
    highlights: HIGHLIGHTS,
    rounds: ROUNDS,
    p50Ms,
    p95Ms: percentile(full, 0.95),
    bareP50Ms,
    perFrame: (p50Ms - bareP50Ms) / FRAME_MS,
  }
}

async function paintRounds(highlights: number): Promise<number[]> {
  const base = mkdtempSync(join(tmpdir(), 'annals-bench-painting-'))
  const archive = join(base, 'archive')
  const home = join(base, 'home')
  try {
    writePage(archive)
    await keepHighlights(archive, home, highlights)
    const app = await launchElectron([PROJECT_FOLDER, '--home', home, archive])
    try {
      const window = await app.firstWindow()
      await window.locator('.result-row').first().click({ timeout: 120_000 })
      await window.locator('.reader-article .prose p').last().waitFor()
      await untilPainted(window, highlights)
      return await window.evaluate(paintAgain, ROUNDS)
    } finally {
      await app.close()
    }
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}

function writePage(archive: string) {
  const paragraphs = Array.from(
    { length: HIGHLIGHTS },
    (_, index) => `Envoy ${index} speaks of fuel aid for the time number ${index} in Geneva.`,
  )
  mkdirSync(join(archive, 'news', '2008', '06', '6'), { recursive: true })
  const text = paragraphs.join('\n\n')
  writeFileSync(
    join(archive, `${EVENT_ID}.md`),
    `---\ndate: 2008-06-06\n---\n\n# Report\n\n${text}\n`,
  )
}

/** Highlight a stretch of each sentence, which goes on into the next one. */
async function keepHighlights(archive: string, home: string, count: number) {
  const worker = (name: string) => new URL(`../../../out/main/${name}.worker.js`, import.meta.url)
  const workspace = await openWorkspace(archive, {
    places: resolvePlaces({ home }),
    notebookFolder: null,
    workers: {
      importUrl: worker('import'),
      queryUrl: worker('query'),
      exchangeUrl: worker('exchange'),
    },
  })
  await workspace.importArchive({
    acceptLoss: false,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  })
  const event = await workspace.query.readEvent(EVENT_ID)
  const text = composeEventText(event)
  for (let index = 0; index < count; index += 1) {
    const start = text.text.indexOf(`Envoy ${index} `)
    const selector = describeSelection(text, start + 6, start + 90, event)
    const colour = HIGHLIGHT_COLOURS[index % HIGHLIGHT_COLOURS.length]!
    const { id, date, title } = event
    await workspace.notebook.createAnnotation({
      event: { id, date, title, text: '' },
      note: '',
      tags: [],
      selector,
      colour,
    })
  }
  await workspace.close()
}

async function untilPainted(window: Page, highlights: number) {
  const lines = () =>
    window.evaluate(() =>
      Array.from(CSS.highlights)
        .filter(([name]) => name.includes('-line-'))
        .reduce((sum, [, highlight]) => sum + highlight.size, 0),
    )
  while ((await lines()) < highlights) await window.waitForTimeout(100)
}

/** Runs in the window: change the article's words a little, and wait for the frame after it. */
async function paintAgain(rounds: number): Promise<number[]> {
  const words = document.querySelector('.reader-article .prose')!
  const timesMs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    timesMs.push(
      await new Promise((resolve) => {
        requestAnimationFrame(() => {
          const startedMs = performance.now()
          words.append('.')
          // The change is seen, mapped and painted in this very frame; a message comes after it.
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve(performance.now() - startedMs)
          channel.port2.postMessage(null)
        })
      }),
    )
  }
  return timesMs
}
