import type { Page } from 'playwright'
import { setTimeout } from 'node:timers/promises'
import type { Random } from '../archive/random.ts'
import type { Vocabulary } from '../archive/vocabulary.ts'
import { percentile } from '../statistics.ts'

const SEARCHES = 20
/** A quick typist. */
const PAUSE_BETWEEN_KEYS_MS = 120
const LAST_ANSWER_MS = 2000

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
 * A key's time runs from its event's time stamp to the end of the frame that shows how the query, or
 * a newer one, was read; that changes together with the list.
 */
export async function measureTyping(
  window: Page,
  vocabulary: Vocabulary,
  random: Random,
): Promise<TypingFigures> {
  const field = window.locator('[data-search-field]')
  await window.evaluate(recordKeys)
  let pressed = 0
  for (let count = 0; count < SEARCHES; count += 1) {
    await field.fill('')
    await field.focus()
    await setTimeout(PAUSE_BETWEEN_KEYS_MS * 3)
    const word =
      vocabulary.words[random.below(count % 2 === 0 ? 50 : 5000) % vocabulary.words.length]!
    for (const letter of word) {
      await window.keyboard.press(letter)
      pressed += 1
      await setTimeout(PAUSE_BETWEEN_KEYS_MS)
    }
    await setTimeout(PAUSE_BETWEEN_KEYS_MS * 3)
  }
  await setTimeout(LAST_ANSWER_MS)
  const times = await window.evaluate(() => (globalThis as RecordingWindow).annalsKeyTimesMs ?? [])
  if (times.length < pressed) {
    throw new Error(`Only ${times.length} of ${pressed} keystrokes were answered.`)
  }
  return {
    keystrokes: times.length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p99Ms: percentile(times, 0.99),
  }
}

interface RecordingWindow {
  annalsKeyTimesMs?: number[]
}

/** Runs in the window: from now on each key's time is taken. */
function recordKeys() {
  const timesMs: number[] = []
  ;(globalThis as RecordingWindow).annalsKeyTimesMs = timesMs
  let waiting: { pressedMs: number; typed: string }[] = []
  const onFrame = () => {
    const read = document.querySelector('.search-interpretation')?.textContent ?? ''
    const answered = waiting.findLastIndex(({ typed }) => read.includes(`“${typed}”`))
    if (answered >= 0) {
      const done = waiting.slice(0, answered + 1)
      waiting = waiting.slice(answered + 1)
      // A message comes after the frame in which it was sent has been painted.
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        for (const { pressedMs } of done) timesMs.push(performance.now() - pressedMs)
      }
      channel.port2.postMessage(null)
    }
    requestAnimationFrame(onFrame)
  }
  requestAnimationFrame(onFrame)
  let pressedMs = 0
  addEventListener(
    'keydown',
    (event) => {
      pressedMs = event.timeStamp
    },
    { capture: true },
  )
  addEventListener(
    'input',
    ({ target }) => {
      const { value } = target as HTMLInputElement
      if (value !== '') waiting.push({ pressedMs, typed: value })
    },
    { capture: true },
  )
}
