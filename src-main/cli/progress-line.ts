import type { ImportProgress } from '#shared/import.ts'
import { formatCount } from './format-rows.ts'

const ERASE_LINE = '\r\u001B[K'
const LOG_INTERVAL_MS = 10_000
/** Where a terminal does not tell its width. */
const USUAL_COLUMNS = 80

/** Where an import stands, on one line of a terminal; elsewhere a line now and then. */
export interface ProgressLine {
  show(progress: ImportProgress): void
  /** Take the line away. */
  clear(): void
}

export function createProgressLine(stream: NodeJS.WriteStream): ProgressLine {
  let lastLogged = performance.now()
  let isShown = false
  return {
    show(progress) {
      if (stream.isTTY) {
        stream.write(
          ERASE_LINE + describeProgress(progress).slice(0, (stream.columns || USUAL_COLUMNS) - 1),
        )
        isShown = true
      } else if (performance.now() - lastLogged >= LOG_INTERVAL_MS) {
        stream.write(`${describeProgress(progress)}\n`)
        lastLogged = performance.now()
      }
    },
    clear() {
      if (isShown) stream.write(ERASE_LINE)
      isShown = false
    },
  }
}

function describeProgress(progress: ImportProgress): string {
  const { phase, filesSeen, filesToRead, filesRead, problems, remainingMs } = progress
  const parts = {
    walking: [`Looking for pages: ${formatCount(filesSeen, 'page')}`],
    reading: [
      filesToRead === null
        ? `Reading: ${formatCount(filesRead, 'page')}`
        : `Reading ${filesRead.toLocaleString('en')} of ${formatCount(filesToRead, 'page')}`,
    ],
    relating: ['Relating events'],
    finishing: ['Finishing'],
  }[phase]
  if (problems > 0) parts.push(formatCount(problems, 'problem'))
  if (remainingMs !== null) parts.push(`${formatDuration(remainingMs)} left`)
  return parts.join(' · ')
}

/** `3 min`, `12 s`, `40 ms`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1000) return `${Math.round(durationMs)} ms`
  const seconds = durationMs / 1000
  if (seconds < 90) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`
  return `${Math.round(seconds / 60)} min`
}
