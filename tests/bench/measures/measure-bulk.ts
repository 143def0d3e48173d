import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { type Notebook, openNotebook } from '../../../src-main/notebook/open-notebook.ts'
import { fillNotebook } from './fill-notebook.ts'
import { threadTimeMs, watchBlocks } from './main-thread.ts'

/** How long a change of very many annotations takes, and how long the main thread is kept by it. */
export interface BulkFigures {
  annotations: number
  steps: BulkStep[]
}

/** One change of all annotations at once. */
export interface BulkStep {
  name: string
  /** Until it is on disk. */
  ms: number
  /** Processor time of the main thread. */
  threadMs: number
  /** The longest that the main thread was kept at a stretch, in its processor time. */
  longestBlockMs: number
}

/**
 * Change all annotations of a notebook at once in several ways, each undone or done again. What
 * those who search are told is written down, as it is for their thread.
 */
export async function measureBulk(annotations: number): Promise<BulkFigures> {
  const base = mkdtempSync(join(tmpdir(), 'annals-bench-bulk-'))
  const folder = join(base, 'notebook')
  const ids = fillNotebook(folder, annotations)
  const notebook = await openNotebook({
    folder,
    backupFolder: join(base, 'backups'),
    archive: { path: join(base, 'archive'), name: 'archive', fingerprint: '0123456789abcdef' },
    onChange: (change) => void serialize(change),
  })
  try {
    const steps: BulkStep[] = []
    for (const [name, change] of listChanges(notebook, ids)) steps.push(await measure(name, change))
    return { annotations, steps }
  } finally {
    await notebook.close()
    rmSync(base, { recursive: true, force: true })
  }
}

function listChanges(
  notebook: Notebook,
  ids: readonly string[],
): [name: string, change: () => Promise<unknown>][] {
  const copies = () => notebook.listAnnotations(null).map((one) => ({ ...one, id: `${one.id}-2` }))
  const incoming = copies()
  return [
    ['set state', () => notebook.updateAnnotations(ids, { state: 'checked' })],
    ['undo', () => notebook.undo()],
    ['redo', () => notebook.redo()],
    ['add tag', () => notebook.updateAnnotations(ids, { addTags: ['all'] })],
    ['rename tag', () => notebook.changeTag('all', { name: 'every' })],
    ['delete', () => notebook.deleteAnnotations(ids)],
    [
      'restore from trash',
      () => notebook.restoreFromTrash(ids.map((id) => ({ kind: 'annotation', id }))),
    ],
    ['take in as many', () => notebook.takeInAnnotations(incoming)],
    ['undo taking in', () => notebook.undo()],
  ]
}

async function measure(name: string, change: () => Promise<unknown>): Promise<BulkStep> {
  const startedMs = performance.now()
  const startedThreadMs = threadTimeMs()
  const stopWatching = watchBlocks()
  await change()
  return {
    name,
    longestBlockMs: stopWatching(),
    ms: performance.now() - startedMs,
    threadMs: threadTimeMs() - startedThreadMs,
  }
}
