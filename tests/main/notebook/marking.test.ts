import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BulkAnnotationChange } from '#shared/notebook-api.ts'
import {
  event,
  makePlace,
  open,
  reopen,
  selector,
  snapshot,
  stoppedClock,
} from './make-notebook.ts'

const MARKED = {
  event: event(),
  note: '',
  tags: [],
  selector: selector(),
  colour: 'yellow',
} as const

describe('Annotations with marked words', () => {
  it('keeps a bare highlight with its selector, its colour and its state', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const words = selector('What', { part: 'summary', pageHash: 'f'.repeat(64) })
    const made = await notebook.createAnnotation({ ...MARKED, selector: words })
    expect(made).toMatchObject({ selector: words, colour: 'yellow', state: 'open', note: '' })
    expect(notebook.status().undo).toMatch(/^Highlight words in “/)
    expect((await reopen(notebook, place)).getAnnotation(made.id)).toEqual(made)
  })

  it('has a colour only where words are marked', async () => {
    const notebook = await open(makePlace())
    const note = await notebook.createAnnotation({
      event: event(),
      note: 'n',
      tags: [],
      colour: 'blue',
    })
    expect(note.colour).toBeNull()
    expect(await notebook.updateAnnotation(note.id, { colour: 'blue' })).toBe(note)
  })

  it('changes colour, state and place, each as a step with a name', async () => {
    const notebook = await open(makePlace())
    const { id } = await notebook.createAnnotation(MARKED)
    const moved = selector('What', { startUtf16: 7, endUtf16: 11, textVersion: 'v2' })
    const labels: (string | null)[] = []
    for (const change of [
      { colour: 'pink' },
      { state: 'disputed' },
      { selector: moved },
    ] as const) {
      expect(await notebook.updateAnnotation(id, change)).toMatchObject(change)
      labels.push(notebook.status().undo)
    }
    const headline = '“Headline of news/2008/06/6/talks”'
    expect(labels).toEqual([
      `Change colour in ${headline}`,
      `Change state of note on ${headline}`,
      `Confirm place in ${headline}`,
    ])
    for (let step = 0; step < labels.length; step++) await notebook.undo()
    expect(notebook.getAnnotation(id)).toMatchObject({ selector: selector(), colour: 'yellow' })
  })

  it('becomes a note on the event that begins with the words it marked', async () => {
    const notebook = await open(makePlace())
    const words = selector('At least 10\nare killed')
    const { id } = await notebook.createAnnotation({ ...MARKED, selector: words, note: 'Where?' })
    const kept = await notebook.updateAnnotation(id, { selector: null })
    expect(kept).toMatchObject({ selector: null, colour: null })
    expect(kept.note).toBe('> At least 10\n> are killed\n\nWhere?')
    expect(notebook.status().undo).toMatch(/^Keep highlight as note on “/)
    await notebook.undo()
    expect(notebook.getAnnotation(id)).toMatchObject({ selector: words, note: 'Where?' })
    const bare = await notebook.createAnnotation(MARKED)
    expect((await notebook.updateAnnotation(bare.id, { selector: null })).note).toBe('> What')
  })

  it('shows its colours in the marks of its event', async () => {
    const notebook = await open(makePlace())
    for (const colour of ['purple', 'yellow', 'purple'] as const) {
      await notebook.createAnnotation({ ...MARKED, colour })
    }
    expect(notebook.marksOf([event().id])[event().id]).toMatchObject({
      colours: ['yellow', 'purple'],
      noteCount: 0,
    })
  })
})

describe('Annotations in bulk', () => {
  async function makeMany(count: number, parts: object = {}) {
    const clock = stoppedClock()
    const place = makePlace()
    const notebook = await open(place, { now: clock.now })
    const made = Array.from({ length: count }, (_, index) =>
      notebook.createAnnotation({ ...MARKED, event: event(`e${index}`), tags: ['old'], ...parts }),
    )
    const ids = (await Promise.all(made)).map(({ id }) => id)
    clock.advance(1000)
    return { place, notebook, ids }
  }

  it('changes tags, colours and states as one step, undone and done again at once', async () => {
    const { place, notebook, ids } = await makeMany(12)
    const before = notebook.listAnnotations(null)
    const change: BulkAnnotationChange = {
      addTags: ['New'],
      removeTags: ['OLD'],
      colour: 'green',
      state: 'checked',
    }
    await notebook.updateAnnotations(ids, change)
    const parts = { tags: ['New'], colour: 'green', state: 'checked' }
    expect(notebook.listAnnotations(null)).toMatchObject(Array.from(ids, () => parts))
    expect(notebook.status().undo).toBe('Change 12 annotations')
    await notebook.undo()
    expect(notebook.listAnnotations(null)).toEqual(before)
    await notebook.redo()
    const again = await reopen(notebook, place)
    expect(again.listAnnotations(null)).toMatchObject(Array.from(ids, () => parts))
  })

  it('names a step for what it changes, and makes none of nothing', async () => {
    const { notebook, ids } = await makeMany(3)
    await notebook.updateAnnotations(ids, { addTags: ['x'] })
    expect(notebook.status().undo).toBe('Change tags of 3 annotations')
    await notebook.updateAnnotations(ids, { addTags: ['X'], colour: 'yellow', state: 'open' })
    expect(notebook.status().undo).toBe('Change tags of 3 annotations')
    await notebook.updateAnnotations(ids, { state: 'checked' })
    expect(notebook.status().undo).toBe('Change state of 3 annotations')
    await notebook.updateAnnotations([ids[0]!, ids[0]!], { colour: 'blue' })
    expect(notebook.status().undo).toBe('Change colour in “Headline of e0”')
  })

  it('puts into the trash what loses its last tag and has nothing else', async () => {
    const { notebook, ids } = await makeMany(2, { selector: null })
    await notebook.updateAnnotation(ids[1]!, { note: 'n' })
    await notebook.updateAnnotations(ids, { removeTags: ['old'] })
    expect(notebook.listAnnotations(null)).toMatchObject([{ id: ids[1], tags: [] }])
    expect(notebook.listTrash()).toMatchObject([{ id: ids[0], title: 'old' }])
  })

  it('changes none where one is not there', async () => {
    const { place, notebook, ids } = await makeMany(2)
    const before = snapshot(place.folder)
    const notFound = { code: 'ANNOTATION_NOT_FOUND' }
    const change = notebook.updateAnnotations([...ids, 'x'], { state: 'checked' })
    await expect(change).rejects.toMatchObject(notFound)
    await expect(notebook.deleteAnnotations([...ids, 'x'])).rejects.toMatchObject(notFound)
    expect(snapshot(place.folder)).toEqual(before)
  })

  it('writes each document once, however many of its annotations change', async () => {
    const { place, notebook, ids } = await makeMany(1000)
    const july = event('july', '2008-07-01')
    const other = await notebook.createAnnotation({ ...MARKED, event: july })
    const listBackups = () => Object.keys(snapshot(place.backupFolder))
    const before = new Set(listBackups())
    await notebook.updateAnnotations([...ids, other.id], { state: 'checked' })
    const added = listBackups().filter((path) => !before.has(path))
    expect(added.map((path) => path.split('/').at(-2)).sort()).toEqual(['2008-06', '2008-07'])
    await notebook.deleteAnnotations(ids)
    expect(notebook.status().undo).toBe('Delete 1000 annotations')
    expect(notebook.listAnnotations(null)).toHaveLength(1)
    await notebook.undo()
    expect(notebook.listAnnotations(null)).toHaveLength(1001)
  })

  it('forgets a step of many when another program changed one of them', async () => {
    const { place, notebook, ids } = await makeMany(2)
    await notebook.updateAnnotations(ids, { state: 'checked' })
    const path = join(place.folder, 'annotations/2008-06.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"note": ""', '"note": "theirs"'))
    const other = await notebook.createAnnotation({ ...MARKED, event: event('other') })
    await notebook.undo()
    expect(notebook.listAnnotations(null).map(({ id }) => id)).not.toContain(other.id)
    expect(notebook.status().undo).not.toBe('Change state of 2 annotations')
    await notebook.undo()
    expect(notebook.listAnnotations(null)).toMatchObject([{ note: 'theirs', state: 'checked' }])
  })
})
