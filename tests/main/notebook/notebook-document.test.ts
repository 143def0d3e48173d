import fc from 'fast-check'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatDocument } from '../../../src-main/notebook/document-format.ts'
import {
  type AnnotationList,
  ANNOTATIONS_FORMAT,
} from '../../../src-main/notebook/document-formats.ts'
import { NotebookDocument } from '../../../src-main/notebook/notebook-document.ts'
import { SaveMonitor } from '../../../src-main/notebook/save-monitor.ts'
import { SaveSlots } from '../../../src-main/notebook/save-slots.ts'
import {
  annotation as makeAnnotation,
  event,
  makePlace,
  open,
  reopen,
  snapshot,
  stoppedClock,
} from './make-notebook.ts'

const annotation = makeAnnotation({ id: '', note: 'a' })

function makeDocument(path: string): NotebookDocument<AnnotationList> {
  return new NotebookDocument({
    path,
    format: ANNOTATIONS_FORMAT,
    slots: new SaveSlots(),
    monitor: new SaveMonitor(() => undefined),
    keepBackup: () => Promise.resolve(),
    onBackup: () => undefined,
    prepareWrite: () => Promise.resolve(),
    onMerged: () => undefined,
  })
}

async function makeTwo() {
  const place = makePlace()
  const clock = stoppedClock()
  const notebook = await open(place, { now: clock.now })
  const make = (text: string) => notebook.createAnnotation({ event: event(), note: text, tags: [] })
  const first = await make('first')
  const second = await make('second')
  const path = join(place.folder, 'annotations/2008-06.json')
  /** Change the document as another program would. */
  function changeElsewhere(change: (text: string) => string): void {
    const text = readFileSync(path, 'utf8')
    const changed = change(text)
    expect(changed).not.toBe(text)
    writeFileSync(path, changed)
  }
  const notes = () => notebook.listAnnotations(null).map((annotation) => annotation.note)
  return { place, clock, notebook, make, first, second, path, changeElsewhere, notes }
}

describe('NotebookDocument', () => {
  it('takes over what another program changed meanwhile', async () => {
    const { place, notebook, second, path, changeElsewhere, notes } = await makeTwo()
    changeElsewhere((text) => text.replace('"first"', '"first, by hand"'))
    await notebook.updateAnnotation(second.id, { note: 'second, here' })
    const expected = ['first, by hand', 'second, here']
    expect(notes().sort()).toEqual(expected)
    expect(readFileSync(path, 'utf8')).toMatch(/by hand/)
    const again = await reopen(notebook, place)
    expect(
      again
        .listAnnotations(null)
        .map(({ note }) => note)
        .sort(),
    ).toEqual(expected)
  })

  it('keeps both where both changed the same note, the newer one under its id', async () => {
    const { clock, notebook, first, changeElsewhere, notes } = await makeTwo()
    changeElsewhere((text) => text.replace('"first"', '"theirs"'))
    clock.advance(1000)
    await notebook.updateAnnotation(first.id, { note: 'ours' })
    expect(notes().sort()).toEqual(['ours', 'second', 'theirs'])
    expect(notebook.getAnnotation(first.id).note).toBe('ours')
  })

  it('can no longer undo what another program changed since', async () => {
    const { notebook, first, second, changeElsewhere } = await makeTwo()
    await notebook.updateAnnotation(first.id, { note: 'ours' })
    changeElsewhere((text) => text.replace('"ours"', '"theirs"'))
    await notebook.updateAnnotation(second.id, { note: 'second, here' })
    await notebook.undo()
    expect(notebook.getAnnotation(second.id).note).toBe('second')
    await notebook.undo()
    await notebook.undo()
    expect(notebook.getAnnotation(first.id).note).toBe('theirs')
  })

  it('takes a document that vanished for no deletion', async () => {
    const { place, notebook, second, path, notes } = await makeTwo()
    rmSync(path)
    await notebook.updateAnnotation(second.id, { note: 'second, here' })
    expect(notes().sort()).toEqual(['first', 'second, here'])
    expect((await reopen(notebook, place)).listAnnotations(null)).toHaveLength(2)
  })

  it('never replaces what another program damaged, and keeps its own words until it is mended', async () => {
    const { place, notebook, second, path, notes } = await makeTwo()
    const good = readFileSync(path)
    writeFileSync(path, good.subarray(0, 50))
    const change = notebook.updateAnnotation(second.id, { note: 'second, here' })
    await expect(change).rejects.toMatchObject({
      code: 'NOTEBOOK_NOT_SAVED',
      details: { path, reason: 'NOTEBOOK_DAMAGED', id: second.id },
    })
    await expect(notebook.close()).rejects.toMatchObject({ code: 'NOTEBOOK_NOT_SAVED' })
    expect(readFileSync(path)).toEqual(good.subarray(0, 50))
    writeFileSync(path, good)
    await notebook.retrySave()
    expect(notes().sort()).toEqual(['first', 'second, here'])
    expect((await reopen(notebook, place)).listAnnotations(null)).toHaveLength(2)
  })

  it('joins a collection that another program changed', async () => {
    const { place, notebook } = await makeTwo()
    const { id } = await notebook.createCollection('Talks')
    await notebook.addEntries(id, [event('a'), event('b')])
    const [name] = Object.keys(snapshot(join(place.folder, 'collections'))) as [string]
    const path = join(place.folder, 'collections', name)
    const text = readFileSync(path, 'utf8')
    const introduced = text.replace('"introduction": ""', '"introduction": "theirs"')
    writeFileSync(path, introduced.replace('"remark": ""', '"remark": "their remark"'))
    await notebook.addEntries(id, [event('c')])
    const joined = notebook.getCollection(id)
    expect(joined).toMatchObject({ name: 'Talks', introduction: 'theirs' })
    expect(joined.entries.map((entry) => entry.event.id)).toEqual(['a', 'b', 'c'])
    expect(joined.entries[0]?.remark).toBe('their remark')
    expect((await reopen(notebook, place)).getCollection(id)).toEqual(joined)
  })

  it('has on disk what it acknowledged last, however changes and saves meet', async () => {
    const path = join(makePlace().base, 'document.json')
    const pool = [null, ...['a', 'b'].map((note) => ({ annotations: [{ ...annotation, note }] }))]
    const onDisk = async () => {
      const reader = makeDocument(path)
      await reader.read()
      return reader.data
    }
    const steps = fc.array(fc.record({ value: fc.nat(pool.length - 1), waits: fc.boolean() }))
    await fc.assert(
      fc.asyncProperty(steps, async (changes) => {
        rmSync(path, { force: true })
        const document = makeDocument(path)
        const saves: Promise<void>[] = []
        for (const { value, waits } of changes) {
          saves.push(document.set(pool[value] ?? null))
          if (!waits) continue
          await saves.at(-1)
          expect(await onDisk()).toEqual(document.data)
        }
        await Promise.all(saves)
        expect(document.isSaved).toBe(true)
        expect(await onDisk()).toEqual(document.data)
      }),
    )
  })

  it('loses nothing of two writers that know nothing of one another', async () => {
    const { base } = makePlace()
    const path = join(base, 'document.json')
    writeFileSync(path, formatDocument(ANNOTATIONS_FORMAT, { annotations: [] }))
    const writers = [makeDocument(path), makeDocument(path)]
    for (const writer of writers) await writer.read()
    for (let round = 0; round < 20; round++) {
      for (const [index, writer] of writers.entries()) {
        const id = `${round}-${index}`
        const added = { ...annotation, id }
        await writer.set({ annotations: [...writer.data!.annotations, added] })
      }
    }
    const last = makeDocument(path)
    await last.read()
    expect(last.data!.annotations).toHaveLength(40)
  })
})
