import { report as words } from '../../locales/en/report.ts'

/** @returns a length of time in words: "80 ms", "4.2 s", "3 min 5 s". */
export function formatDuration(durationMs: number): string {
  if (durationMs < 60_000) return words.seconds(Math.round(durationMs))
  const seconds = Math.round(durationMs / 1000)
  return words.minutes(Math.floor(seconds / 60), seconds % 60)
}
