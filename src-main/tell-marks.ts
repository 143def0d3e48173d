import { setImmediate } from 'node:timers/promises'
import type { NotebookMarks } from '#shared/notebook-marks.ts'

const ANNOTATIONS_AT_ONCE = 1000

/**
 * Tell those who search the notebook all of it, in parts: each part is copied to their thread, which
 * takes too long at once where there are tens of thousands.
 */
export async function tellMarks(
  { annotations, collections, claims }: NotebookMarks,
  tell: (marks: NotebookMarks) => void,
): Promise<void> {
  tell({
    isAll: true,
    annotations: annotations.slice(0, ANNOTATIONS_AT_ONCE),
    collections,
    claims,
    removed: [],
  })
  for (let start = ANNOTATIONS_AT_ONCE; start < annotations.length; start += ANNOTATIONS_AT_ONCE) {
    await setImmediate()
    const part = annotations.slice(start, start + ANNOTATIONS_AT_ONCE)
    tell({ isAll: false, annotations: part, collections: [], claims: [], removed: [] })
  }
}
