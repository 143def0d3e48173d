import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import type { AnnotationList } from '../../../../src-main/notebook/document-formats.ts'
import type { Notebook } from '../../../../src-main/notebook/open-notebook.ts'
import { type NotebookPlace, open, snapshot } from '../make-notebook.ts'

const script = fileURLToPath(new URL('save-child.ts', import.meta.url))

/** What the child says: a state of a record that is on disk, or that a save failed. */
export interface Said {
  id?: string
  value?: string
  /** The newest look of a saved search that is on disk; `null` while it is being deleted. */
  look?: number | 'deleted' | null
  /** An event that is being moved… */
  moving?: string
  to?: string
  /** …and that it was. */
  moved?: string
  failed?: string
  reason?: string
}

/** Whether system calls can be watched and made to fail. */
export const canTrace = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0

/**
 * Start the child and collect what it says.
 *
 * @param trace - What it runs under.
 * @param options.isRepeatable - Whether its files have the same names each time.
 */
export function startChild(
  place: NotebookPlace,
  rounds: number,
  trace: string[] = [],
  { isRepeatable } = { isRepeatable: false },
) {
  const program = [process.execPath, script, place.base, String(rounds)]
  const [command = '', ...words] = [...trace, ...program, ...(isRepeatable ? ['repeatable'] : [])]
  const child = spawn(command, words, {
    env: {
      ...process.env,
      UV_THREADPOOL_SIZE: trace.length > 0 ? '1' : '4',
      // Hundreds of children would mostly compile the same modules.
      NODE_COMPILE_CACHE: join(tmpdir(), 'annals-compiled-tests'),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let text = ''
  child.stdout.on('data', (data: Buffer) => {
    text += data.toString()
  })
  /** What was said in full lines. */
  const said = () =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Said)
  return { child, said }
}

/** Run the child under strace to its end. @returns what it said, and whether it was killed. */
export async function traceChild(
  place: NotebookPlace,
  rounds: number,
  options: string[],
  how?: { isRepeatable: boolean },
) {
  const trace = ['strace', '-f', '-qq', '-o', '/dev/null', ...options]
  const { child, said } = startChild(place, rounds, trace, how)
  const isKilled = await hasBeenKilled(child)
  return { isKilled, said: said() }
}

async function hasBeenKilled(child: ChildProcess): Promise<boolean> {
  const [, signal] = (await once(child, 'close')) as [number | null, string | null]
  return signal === 'SIGKILL'
}

const COLLECTION_STATES = ['empty', 'filled', 'deleting', 'deleted']

/** Check that nothing the child was told is on disk is lost, and that all else works. */
export async function expectAllKept(place: NotebookPlace, said: Said[]): Promise<void> {
  const notebook = await open(place)
  expect(notebook.status()).toMatchObject({ readOnly: null, problems: [] })
  await takeOutOfTrash(notebook)
  expectOnceOnDisk(place, notebook)
  expectRecordsKept(notebook, said)
  expectSearchesKept(notebook, said)
  await expectMoved(notebook, said)
  expectOnceOnDisk(place, notebook)
  await notebook.close()
}

/** The child may have been killed between putting notes into the trash and taking them out again. */
async function takeOutOfTrash(notebook: Notebook): Promise<void> {
  const notes = notebook.listTrash().filter(({ kind }) => kind === 'annotation')
  await notebook.restoreFromTrash(notes.map(({ kind, id }) => ({ kind, id })))
}

function expectRecordsKept(notebook: Notebook, said: Said[]): void {
  const latest = new Map(said.flatMap(({ id, value }) => (id && value ? [[id, value]] : [])))
  const notes = new Map(notebook.listAnnotations(null).map(({ id, note }) => [id, note]))
  const sizes = new Map(notebook.listCollections().map(({ id, entryCount }) => [id, entryCount]))
  for (const [id, value] of latest) {
    if (COLLECTION_STATES.includes(value)) {
      const size = sizes.get(id)
      const onDisk = size === undefined ? 'deleted' : size === 0 ? 'empty' : 'filled'
      const allowed = {
        empty: ['empty', 'filled'],
        filled: ['filled'],
        deleting: ['filled', 'deleted'],
        deleted: ['deleted'],
      }[value]
      expect(allowed, `collection that was ${value}`).toContain(onDisk)
    } else {
      const [round, step] = value.split('.')
      const [foundRound, foundStep] = (notes.get(id) ?? '').split('.')
      expect(foundRound, `note ${value}`).toBe(round)
      expect(Number(foundStep)).toBeGreaterThanOrEqual(Number(step))
    }
  }
}

function expectSearchesKept(notebook: Notebook, said: Said[]): void {
  const looks = new Map(notebook.listSavedSearches().map(({ id, seen }) => [id, seen.total]))
  for (const [id, look] of new Map(said.flatMap(({ id, look }) => (id ? [[id, look]] : [])))) {
    if (look === undefined) continue
    if (look === 'deleted') expect(looks.has(id)).toBe(false)
    else if (look !== null) expect(looks.get(id)).toBeGreaterThanOrEqual(look)
  }
}

/** Each annotation of the notebook stands in one document, and nothing else does. */
function expectOnceOnDisk({ folder }: NotebookPlace, notebook: Notebook): void {
  const texts = Object.entries(snapshot(folder)).filter(([path]) => path.startsWith('annotations'))
  const onDisk = texts.flatMap(([, text]) => {
    const { data } = JSON.parse(text) as { data: AnnotationList }
    return data.annotations.map(({ id }) => id)
  })
  const inMemory = notebook.listAnnotations(null).map(({ id }) => id)
  expect(onDisk.sort()).toEqual(inMemory.sort())
}

/** What was moved is nowhere under its old id; what was being moved follows when asked again. */
async function expectMoved(notebook: Notebook, said: Said[]): Promise<void> {
  const listEvents = () => [
    ...notebook.listAnnotations(null).map(({ event }) => event.id),
    ...notebook
      .listCollections()
      .flatMap(({ id }) => notebook.getCollection(id).entries.map(({ event }) => event.id)),
  ]
  const moved = new Set(said.flatMap((line) => line.moved ?? []))
  expect(listEvents().filter((id) => moved.has(id))).toEqual([])
  const moves = said.flatMap(({ moving, to }) =>
    moving && to ? [{ from: moving, to: { id: to, date: '2008-05', title: 'T', text: '' } }] : [],
  )
  await notebook.relocateEvents(moves)
  const former = new Set(moves.map(({ from }) => from))
  expect(listEvents().filter((id) => former.has(id))).toEqual([])
}
