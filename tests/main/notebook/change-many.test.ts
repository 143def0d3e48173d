import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EventId } from '#shared/event.ts'
import type { Annotation } from '#shared/notebook.ts'
import { formatDocument } from '../../../src-main/notebook/document-format.ts'
import { ANNOTATIONS_FORMAT } from '../../../src-main/notebook/document-formats.ts'
import type { NotebookOptions } from '../../../src-main/notebook/open-notebook.ts'
import { annotation, event, makePlace, open, reopen, snapshot } from './make-notebook.ts'

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
const NOTES_A_MONTH = 50

/** A notebook with more annotations than are changed at once, in twelve documents. */
async function openMany(options: Partial<NotebookOptions> = {}) {
  const place = makePlace()
  const first = await open(place)
  await first.takeInAnnotations(
    MONTHS.flatMap((month) =>
      Array.from({ length: NOTES_A_MONTH }, (_, number) =>
        annotation({ id: `${month}-${number}`, event: event(`e${number}`, `2008-${month}-01`) }),
      ),
    ),
  )
  const notebook = await reopen(first, place, options)
  const ids = notebook.listAnnotations(null).map(({ id }) => id)
  const before = snapshot(join(place.folder, 'annotations'))
  return { place, notebook, ids, before }
}

const states = (annotations: readonly Annotation[]) => [
  ...new Set(annotations.map(({ state }) => state)),
]

describe('a change of many annotations', () => {
  it('is one step, lets others have their turn, and is on disk once it is acknowledged', async () => {
    const told: (ReadonlySet<EventId> | null)[] = []
    const { place, notebook, ids, before } = await openMany({
      onChange: (_change, eventIds) => told.push(eventIds),
    })
    let turns = 0
    const count = setInterval(() => (turns += 1), 0)
    await notebook.updateAnnotations(ids, { state: 'checked' })
    clearInterval(count)
    expect(turns).toBeGreaterThan(3)
    expect(told.filter((eventIds) => eventIds !== null)).toHaveLength(1)
    expect(told.at(-1)?.size).toBe(NOTES_A_MONTH)
    const texts = Object.values(snapshot(join(place.folder, 'annotations'))).join('')
    expect(texts.match(/"state": "checked"/g)).toHaveLength(ids.length)

    expect(await notebook.undo()).toEqual({ label: `Change state of ${ids.length} annotations` })
    expect(states(notebook.listAnnotations(null))).toEqual(['open'])
    expect(snapshot(join(place.folder, 'annotations'))).toEqual(before)
    await notebook.redo()
    expect(states((await reopen(notebook, place)).listAnnotations(null))).toEqual(['checked'])
  })

  it('goes into the trash, out of it, and away for good like that of one', async () => {
    const { place, notebook, ids } = await openMany()
    const names = ids.map((id) => ({ kind: 'annotation', id }) as const)
    await notebook.deleteAnnotations([...ids, ...ids])
    expect(notebook.listAnnotations(null)).toEqual([])
    await notebook.restoreFromTrash([...names, ...names])
    expect(notebook.listAnnotations(null)).toHaveLength(ids.length)
    await notebook.deleteAnnotations(ids)
    await notebook.deleteForGood(names)
    expect(notebook.status().undo).toBe(`Delete ${ids.length} items for good`)
    expect((await reopen(notebook, place)).listTrash()).toEqual([])
  })

  it('has other changes wait for it, and they know of it', async () => {
    const { place, notebook, ids } = await openMany()
    const [id = ''] = ids
    const many = notebook.updateAnnotations(ids, { addTags: ['all'] })
    const one = notebook.updateAnnotation(id, { note: 'mine' })
    const renamed = notebook.changeTag('all', { name: 'every' })
    const undone = notebook.undo()
    await Promise.all([many, one])
    expect(await renamed).toBe(ids.length)
    expect(await undone).toEqual({ label: 'Rename tag “all” to “every”' })
    expect(notebook.getAnnotation(id)).toMatchObject({ note: 'mine', tags: ['all'] })
    expect(notebook.listTags()).toMatchObject([{ tag: 'all', count: ids.length }])
    const edit = `Edit note on “${notebook.getAnnotation(id).event.title}”`
    expect(await notebook.undo()).toEqual({ label: edit })
    await notebook.undo()
    expect(notebook.listTags()).toEqual([])
    expect((await reopen(notebook, place)).getAnnotation(id).note).toBe('n')
  })

  it('is waited for on closing', async () => {
    const { place, notebook, ids } = await openMany()
    const change = notebook.deleteAnnotations(ids)
    await notebook.close()
    await change
    expect((await open(place)).listTrash()).toHaveLength(ids.length)
  })

  it('changes nothing where one of them is not there', async () => {
    const { place, notebook, ids, before } = await openMany()
    const change = notebook.updateAnnotations([...ids, 'none'], { state: 'checked' })
    await expect(change).rejects.toMatchObject({ code: 'ANNOTATION_NOT_FOUND' })
    expect(states(notebook.listAnnotations(null))).toEqual(['open'])
    expect(notebook.status().undo).toBeNull()
    expect(snapshot(join(place.folder, 'annotations'))).toEqual(before)
  })

  it('leaves all as it was where something goes wrong in the middle', async () => {
    let parts = 0
    const { place, notebook, ids, before } = await openMany({
      onChange(_change, eventIds) {
        if (eventIds === null && ++parts === 7) throw new Error('wrong')
      },
    })
    const change = notebook.updateAnnotations(ids, { state: 'checked' })
    await expect(change).rejects.toThrow('wrong')
    expect(parts).toBeGreaterThan(7)
    expect(states(notebook.listAnnotations(null))).toEqual(['open'])
    expect(notebook.status()).toMatchObject({ undo: null, save: { state: 'saved' } })
    expect(snapshot(join(place.folder, 'annotations'))).toEqual(before)
    await notebook.updateAnnotations(ids, { state: 'disputed' })
    expect(states((await reopen(notebook, place)).listAnnotations(null))).toEqual(['disputed'])
  })

  it('keeps what another program changes meanwhile, which no step takes back', async () => {
    const { place, notebook } = await openMany()
    const ids = notebook.listAnnotations(null).map(({ id }) => id)
    const path = join(place.folder, 'annotations', '2008-12.json')
    const { data } = JSON.parse(readFileSync(path, 'utf8')) as {
      data: { annotations: Annotation[] }
    }
    const [theirs, ...others] = data.annotations as [Annotation, ...Annotation[]]
    const modified = '2030-01-01T10:00:00.000Z'
    const annotations = [{ ...theirs, note: 'theirs', modified }, ...others]
    writeFileSync(path, formatDocument(ANNOTATIONS_FORMAT, { annotations }))
    await Promise.all([
      notebook.updateAnnotations(ids, { state: 'checked' }),
      notebook.look(new Map([['annotations', new Set(['2008-12.json'])]])),
    ])
    expect(notebook.getAnnotation(theirs.id).note).toBe('theirs')
    await notebook.undo()
    expect(notebook.getAnnotation(theirs.id).note).toBe('theirs')
    const again = await reopen(notebook, place)
    expect(again.getAnnotation(theirs.id).note).toBe('theirs')
    expect(again.listAnnotations(null)).toHaveLength(ids.length)
  })
})
