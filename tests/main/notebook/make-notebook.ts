import { mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { onTestFinished } from 'vitest'
import type { EventDate } from '#shared/event.ts'
import type {
  Annotation,
  Collection,
  CollectionEntry,
  EventCopy,
  TextSelector,
} from '#shared/notebook.ts'
import type { SavedSearch, SearchRecord } from '#shared/saved-search.ts'
import type { NewAnnotation } from '../../../src-main/notebook/annotations.ts'
import {
  type Notebook,
  type NotebookOptions,
  openNotebook,
} from '../../../src-main/notebook/open-notebook.ts'

/** The folders of a notebook, removed after the test. */
export interface NotebookPlace {
  base: string
  folder: string
  backupFolder: string
  archive: { path: string; name: string; fingerprint: string }
}

export function makePlace(): NotebookPlace {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'annals-notebook-')))
  onTestFinished(() => {
    rmSync(base, { recursive: true, force: true })
  })
  const archive = { path: join(base, 'archive'), name: 'archive', fingerprint: '0123456789abcdef' }
  mkdirSync(archive.path)
  return { base, folder: join(base, 'notebook'), backupFolder: join(base, 'backups'), archive }
}

/** Open a notebook; it is let go of after the test. */
export async function open(
  place: NotebookPlace,
  options: Partial<NotebookOptions> = {},
): Promise<Notebook> {
  const notebook = await openNotebook({ ...place, ...options })
  onTestFinished(() => notebook.close().catch(() => undefined))
  return notebook
}

/** What another program would read from disk now. */
export async function reopen(
  notebook: Notebook,
  place: NotebookPlace,
  options: Partial<NotebookOptions> = {},
): Promise<Notebook> {
  await notebook.close()
  return open(place, options)
}

export function event(id = 'news/2008/06/6/talks', date: EventDate = '2008-06-06'): EventCopy {
  return { id, date, title: `Headline of ${id}`, text: 'What happened.' }
}

/** What a new note is made of. */
export function newNote(parts: Partial<NewAnnotation> = {}): NewAnnotation {
  return { event: event(), note: 'n', tags: [], ...parts }
}

export function annotation(parts: Partial<Annotation> = {}): Annotation {
  const time = '2020-01-01T10:00:00.000Z'
  const made = { id: 'a', created: time, modified: time }
  const marking = { selector: null, colour: null, state: 'open' } as const
  return { ...made, event: event(), note: 'n', tags: [], ...marking, ...parts }
}

/** An annotation as version 1 of the documents has it. */
export function oldAnnotation(parts: Partial<Annotation> = {}): object {
  const entries = Object.entries(annotation(parts))
  return Object.fromEntries(entries.filter(([key]) => key !== 'colour' && key !== 'state'))
}

/** Marked words. */
export function selector(exact = 'What', parts: Partial<TextSelector> = {}): TextSelector {
  const quote = { exact, prefix: '', suffix: ' happened.' }
  const position = { startUtf16: 0, endUtf16: exact.length }
  return { ...quote, ...position, textVersion: 'v1', pageHash: null, ...parts }
}

export function collection(parts: Partial<Collection> = {}): Collection {
  const time = '2020-01-01T10:00:00.000Z'
  const made = { id: 'c', created: time, modified: time }
  return { ...made, name: 'Talks', introduction: '', entries: [], ...parts }
}

export function entry(id: string, eventCopy: EventCopy, remark = ''): CollectionEntry {
  return { id, event: eventCopy, remark, added: '2020-01-01T10:00:00.000Z' }
}

export function savedSearch(parts: Partial<SavedSearch> = {}): SavedSearch {
  const time = '2020-01-01T10:00:00.000Z'
  const made = { id: 's', created: time, modified: time }
  const question = { name: 'Fuel aid', query: 'fuel aid', sort: 'date', isFolded: true } as const
  return { ...made, ...question, seen: seen(), ...parts }
}

/** What a search found: events by id, with their versions. */
export function seen(
  versions: Record<string, string> | null = {},
  at = '2020-01-01T10:00:00.000Z',
): SearchRecord {
  const events =
    versions &&
    Object.entries(versions).map(([id, version]) => {
      const { date, title } = event(id)
      return { id, date, title, version }
    })
  return { at, archive: '0123456789abcdef', total: events?.length ?? 20_000, events }
}

/** Every file of a folder by its path, with its bytes. */
export function snapshot(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path), readFileSync(path, 'latin1')]),
  )
}

/** A clock that stands still until it is moved. */
export function stoppedClock(start = '2020-01-01T10:00:00.000Z') {
  let time = Date.parse(start)
  return {
    now: () => new Date(time),
    advance: (ms: number) => {
      time += ms
    },
  }
}
