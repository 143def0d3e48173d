import type { Page } from 'playwright'
import { setTimeout } from 'node:timers/promises'
import { percentile } from '../statistics.ts'

const WHEEL_STEPS = 150
const WHEEL_STEP_PX = 900
const WHEEL_PAUSE_MS = 16
const DRAG_DURATION_MS = 4000
/** Two refreshes of a screen with 60 Hz take 33.3 ms, which is one frame that was left out. */
const SLOW_FRAME_MS = 33.4

/** Frames while the list is scrolled, and how long rows were blank. */
export interface ScrollingFigures {
  how: 'wheel' | 'bar'
  frames: number
  p99FrameMs: number
  longestFrameMs: number
  /** Frames that took longer than two refreshes of a screen with 60 Hz. */
  slowFrames: number
  /** The longest time in which some row in sight had no text yet. */
  longestBlankMs: number
}

interface Recording {
  frameMs: number[]
  longestBlankMs: number
}

/** Scroll the whole list of the real window by the wheel, and by dragging its bar. */
export async function measureScrolling(window: Page): Promise<ScrollingFigures[]> {
  const rows = window.locator('.result-list .rows')
  await rows.hover()
  const wheel = await record(window, async () => {
    for (let step = 0; step < WHEEL_STEPS; step += 1) {
      await window.mouse.wheel(0, WHEEL_STEP_PX)
      await setTimeout(WHEEL_PAUSE_MS)
    }
  })
  await rows.evaluate((element) => {
    element.scrollTop = 0
  })
  await setTimeout(1000)
  const bar = await record(window, () => rows.evaluate(dragBar, DRAG_DURATION_MS))
  return [summarise('wheel', wheel), summarise('bar', bar)]
}

async function record(window: Page, scroll: () => Promise<unknown>): Promise<Recording> {
  await window.evaluate(startRecording)
  await scroll()
  await setTimeout(500)
  return await window.evaluate(stopRecording)
}

function summarise(how: ScrollingFigures['how'], recording: Recording): ScrollingFigures {
  const { frameMs, longestBlankMs } = recording
  return {
    how,
    frames: frameMs.length,
    p99FrameMs: percentile(frameMs, 0.99),
    longestFrameMs: Math.max(...frameMs),
    slowFrames: frameMs.filter((ms) => ms > SLOW_FRAME_MS).length,
    longestBlankMs,
  }
}

interface RecordingWindow {
  annalsRecording?: Recording & { isRunning: boolean }
}

/** Runs in the window. */
function startRecording() {
  const recording = { frameMs: [] as number[], longestBlankMs: 0, isRunning: true }
  ;(globalThis as RecordingWindow).annalsRecording = recording
  let previousMs: number | null = null
  let blankSinceMs: number | null = null
  const onFrame = (nowMs: number) => {
    if (!recording.isRunning) return
    // Time stamps go in steps of a tenth of a millisecond; differences have a trace more or less.
    if (previousMs !== null) recording.frameMs.push(Math.round((nowMs - previousMs) * 10) / 10)
    previousMs = nowMs
    const list = document.querySelector('.result-list .rows')!.getBoundingClientRect()
    const isBlank = !isCovered(list)
    if (isBlank) blankSinceMs ??= nowMs
    if (blankSinceMs !== null) {
      recording.longestBlankMs = Math.max(recording.longestBlankMs, nowMs - blankSinceMs)
    }
    if (!isBlank) blankSinceMs = null
    requestAnimationFrame(onFrame)
  }
  /** Whether real rows stand from the top of the list to its bottom. */
  const isCovered = ({ top, bottom }: DOMRect) => {
    const inSight = [...document.querySelectorAll('.result-list .row')].filter((row) => {
      const place = row.getBoundingClientRect()
      return place.bottom > top + 1 && place.top < bottom - 1
    })
    const covered = inSight.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0)
    const isFilled = inSight.every((row) => row.querySelector('.result-placeholder') === null)
    return isFilled && covered >= bottom - top - 1
  }
  requestAnimationFrame(onFrame)
}

/** Runs in the window. */
function stopRecording(): Recording {
  const recording = (globalThis as RecordingWindow).annalsRecording!
  recording.isRunning = false
  return { frameMs: recording.frameMs, longestBlankMs: recording.longestBlankMs }
}

/** Runs in the window: takes the list from its beginning to its end, a step each frame. */
function dragBar(element: Element, durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    const startMs = performance.now()
    const onFrame = () => {
      const share = Math.min(1, (performance.now() - startMs) / durationMs)
      element.scrollTop = share * (element.scrollHeight - element.clientHeight)
      if (share < 1) requestAnimationFrame(onFrame)
      else resolve()
    }
    requestAnimationFrame(onFrame)
  })
}
