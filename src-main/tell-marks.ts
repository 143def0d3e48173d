import { setImmediate } from 'node:timers/promises'
import type { NotebookMarks } from '#shared/notebook-marks.ts'

/** Tell those who search the notebook all of it, letting others have their turn between its parts. */
export async function tellMarks(
  parts: Iterable<NotebookMarks>,
  tell: (marks: NotebookMarks) => void,
): Promise<void> {
  for (const part of parts) {
    tell(part)
    await setImmediate()
  }
}
