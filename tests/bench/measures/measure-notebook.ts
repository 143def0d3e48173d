import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNotebook } from '../../../src-main/notebook/open-notebook.ts'
import { percentile, ratios } from '../statistics.ts'
import { NOTE, fillNotebook } from './fill-notebook.ts'
import { threadTimeMs, watchBlocks } from './main-thread.ts'

const SAVES = 200

/** How fast a notebook of a size opens, and how fast a change is on disk in it. */
export interface NotebookFigures {
  annotations: number
  openMs: number
  /** Processor time of the main thread. */
  openThreadMs: number
  /** The longest that opening kept the main thread at a stretch, in its processor time. */
  openLongestBlockMs: number
  saveP50Ms: number
  saveP95Ms: number
  /** Processor time of the main thread for one save. */
  saveThreadP50Ms: number
  saveThreadP95Ms: number
  bareWriteP50Ms: number
  bareWriteP95Ms: number
  savePerBareWrite: number
  /** Bytes of a document of annotations, on average. */
  documentBytes: number
  /** Documents that a save wrote, at most. */
  documentsWritten: number
}

/**
 * Open a notebook of a size, then change one annotation after another, each awaited until it is on
 * disk, beside a bare durable write (write, sync, rename, sync the folder) of as many bytes.
 */
export async function measureNotebook(annotations: number): Promise<NotebookFigures> {
  const base = mkdtempSync(join(tmpdir(), 'annals-bench-notebook-'))
  const folder = join(base, 'notebook')
  const documents = join(folder, 'annotations')
  const ids = fillNotebook(folder, annotations)
  const documentBytes = meanSize(documents)
  const startedMs = performance.now()
  const startedThreadMs = threadTimeMs()
  const stopWatching = watchBlocks()
  const notebook = await openNotebook({
    folder,
    backupFolder: join(base, 'backups'),
    archive: { path: join(base, 'archive'), name: 'archive', fingerprint: '0123456789abcdef' },
  })
  const opening = {
    openLongestBlockMs: stopWatching(),
    openMs: performance.now() - startedMs,
    openThreadMs: threadTimeMs() - startedThreadMs,
  }
  try {
    const bareFolder = join(base, 'bare')
    mkdirSync(bareFolder)
    const savesMs: number[] = []
    const threadMs: number[] = []
    const bareMs: number[] = []
    let documentsWritten = 0
    for (let save = 0; save < SAVES; save += 1) {
      const id = ids[(save * 37) % ids.length]!
      const before = listTimes(documents)
      const threadBeforeMs = threadTimeMs()
      savesMs.push(await timed(() => notebook.updateAnnotation(id, { note: `${NOTE} ${save}` })))
      threadMs.push(threadTimeMs() - threadBeforeMs)
      const written = [...listTimes(documents)].filter(([name, time]) => before.get(name) !== time)
      documentsWritten = Math.max(documentsWritten, written.length)
      bareMs.push(await timed(() => writeDurably(bareFolder, documentBytes)))
    }
    return {
      annotations,
      ...opening,
      saveP50Ms: percentile(savesMs, 0.5),
      saveP95Ms: percentile(savesMs, 0.95),
      saveThreadP50Ms: percentile(threadMs, 0.5),
      saveThreadP95Ms: percentile(threadMs, 0.95),
      bareWriteP50Ms: percentile(bareMs, 0.5),
      bareWriteP95Ms: percentile(bareMs, 0.95),
      savePerBareWrite: percentile(ratios(savesMs, bareMs), 0.5),
      documentBytes,
      documentsWritten,
    }
  } finally {
    await notebook.close()
    rmSync(base, { recursive: true, force: true })
  }
}

function meanSize(folder: string): number {
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length)
}

/** What tells a document from the one that took its place. */
function listTimes(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder).map((name) => {
      const { ino, mtimeMs } = statSync(join(folder, name))
      return [name, `${ino}:${mtimeMs}`]
    }),
  )
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now()
  await act()
  return performance.now() - startedMs
}

async function writeDurably(folder: string, bytes: number): Promise<void> {
  const temporary = join(folder, 'document.tmp')
  const file = await open(temporary, 'w', 0o600)
  await file.writeFile(Buffer.alloc(bytes, 0x61))
  await file.sync()
  await file.close()
  await rename(temporary, join(folder, 'document.json'))
  const directory = await open(folder, 'r')
  await directory.sync()
  await directory.close()
}
