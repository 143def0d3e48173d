import type { Page } from 'playwright'
import { setTimeout } from 'node:timers/promises'
import type { Random } from '../archive/random.ts'
import type { Vocabulary } from '../archive/vocabulary.ts'
import { percentile } from '../statistics.ts'

const SEARCHES = 40
/** A quick typist. */
const PAUSE_BETWEEN_KEYS_MS = 120
const ANSWER_TIMEOUT_MS = 5000

/** From a key that is pressed until the list that answers what is typed by then is painted. */
export interface TypingFigures {
  keystrokes: number
  p50Ms: number
  p95Ms: number
  p99Ms: number
}

/**
 * Type searches letter by letter into the real window.
 *
 * A key's time runs from its event's time stamp to the end of the frame that shows how the query was
 * read, which changes together with the list.
 */
export async function measureTyping(
  window: Page,
  vocabulary: Vocabulary,
  random: Random,
): Promise<TypingFigures> {
  const field = window.locator('[data-search-field]')
  const times: number[] = []
  for (let count = 0; count < SEARCHES; count += 1) {
    await field.fill('')
    await field.focus()
    await setTimeout(PAUSE_BETWEEN_KEYS_MS * 3)
    const word = vocabulary.words[random.below(count % 2 === 0 ? 50 : 5000)]!
    let typed = ''
    for (const letter of word) {
      typed += letter
      const painted = window.evaluate(timeUntilPainted, { typed, timeoutMs: ANSWER_TIMEOUT_MS })
      await window.keyboard.press(letter)
      times.push(await painted)
      await setTimeout(PAUSE_BETWEEN_KEYS_MS)
    }
  }
  return {
    keystrokes: times.length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p99Ms: percentile(times, 0.99),
  }
}

/** Runs in the window: waits for the next key, and for the frame that answers it. */
function timeUntilPainted({ typed, timeoutMs }: { typed: string; timeoutMs: number }) {
  return new Promise<number>((resolve, reject) => {
    let pressedMs = 0
    const isAnswered = () =>
      document.querySelector('.search-interpretation')?.textContent.includes(`“${typed}”`) === true
    const onFrame = () => {
      if (performance.now() - pressedMs > timeoutMs) {
        reject(new Error(`“${typed}” was not answered in time.`))
      } else if (isAnswered()) {
        // A message comes after the frame in which it was sent has been painted.
        const channel = new MessageChannel()
        channel.port1.onmessage = () => {
          resolve(performance.now() - pressedMs)
        }
        channel.port2.postMessage(null)
      } else requestAnimationFrame(onFrame)
    }
    addEventListener(
      'keydown',
      (event) => {
        pressedMs = event.timeStamp
        requestAnimationFrame(onFrame)
      },
      { capture: true, once: true },
    )
  })
}
