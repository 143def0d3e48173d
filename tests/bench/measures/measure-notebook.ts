import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventCopy } from '#shared/notebook.ts'
import { type Notebook, openNotebook } from '../../../src-main/notebook/open-notebook.ts'
import { percentile, ratios } from '../statistics.ts'

const SAVES = 200
const FILLED_AT_ONCE = 50
const FIRST_YEAR = 2000
const YEARS = 20
const NOTE = 'Compare with the **first** report: the number of dead differs, and so does the place.'

/** How fast a change is on disk in a notebook of a size. */
export interface NotebookFigures {
  annotations: number
  saveP50Ms: number
  saveP95Ms: number
  bareWriteP50Ms: number
  bareWriteP95Ms: number
  savePerBareWrite: number
  /** Bytes of a document of annotations, on average. */
  documentBytes: number
}

/**
 * Change one annotation after another in a notebook of a size, each awaited until it is on disk,
 * beside a bare durable write (write, sync, rename, sync the folder) of as many bytes.
 */
export async function measureNotebook(annotations: number): Promise<NotebookFigures> {
  const base = mkdtempSync(join(tmpdir(), 'annals-bench-notebook-'))
  const folder = join(base, 'notebook')
  const notebook = await openNotebook({
    folder,
    backupFolder: join(base, 'backups'),
    archive: { path: join(base, 'archive'), name: 'archive', fingerprint: '0123456789abcdef' },
  })
  try {
    const ids = await fill(notebook, annotations)
    const documentBytes = meanSize(join(folder, 'annotations'))
    const bareFolder = join(base, 'bare')
    mkdirSync(bareFolder)
    const savesMs: number[] = []
    const bareMs: number[] = []
    for (let save = 0; save < SAVES; save += 1) {
      const id = ids[(save * 37) % ids.length]!
      savesMs.push(await timed(() => notebook.updateAnnotation(id, { note: `${NOTE} ${save}` })))
      bareMs.push(await timed(() => writeDurably(bareFolder, documentBytes)))
    }
    return {
      annotations,
      saveP50Ms: percentile(savesMs, 0.5),
      saveP95Ms: percentile(savesMs, 0.95),
      bareWriteP50Ms: percentile(bareMs, 0.5),
      bareWriteP95Ms: percentile(bareMs, 0.95),
      savePerBareWrite: percentile(ratios(savesMs, bareMs), 0.5),
      documentBytes,
    }
  } finally {
    await notebook.close()
    rmSync(base, { recursive: true, force: true })
  }
}

/** Annotations spread evenly over twenty years of events. */
async function fill(notebook: Notebook, count: number): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < count) {
    const size = Math.min(FILLED_AT_ONCE, count - ids.length)
    const made = Array.from({ length: size }, (_, place) =>
      notebook.createAnnotation({
        event: eventCopy(ids.length + place),
        note: NOTE,
        tags: ['to check'],
      }),
    )
    ids.push(...(await Promise.all(made)).map((annotation) => annotation.id))
  }
  return ids
}

function eventCopy(number: number): EventCopy {
  const month = number % (YEARS * 12)
  const date = `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-06`
  return {
    id: `news/${date.replaceAll('-', '/')}/the-headline-of-an-event-${number}`,
    date,
    title: `The headline of an event, which is about as long as a headline is, number ${number}`,
    text: 'What happened, in two sentences. It is about as long as the summary of an event page.',
  }
}

function meanSize(folder: string): number {
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length)
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
