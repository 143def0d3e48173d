import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { event, makePlace, open, reopen, snapshot, stoppedClock } from './make-notebook.ts'

describe('Annotations', () => {
  it('keeps a note byte for byte, with a copy of its event', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const note = '  # Títle\r\n\r\n\u{1F4DD} e\u0301 \u0000 \ud800 مرحبا 会谈\t\n'
    const made = await notebook.createAnnotation({ event: event(), note, tags: ['war'] })
    const again = await reopen(notebook, place)
    expect(again.getAnnotation(made.id)).toEqual(made)
    expect(again.getAnnotation(made.id)).toMatchObject({
      note,
      tags: ['war'],
      event: event(),
      selector: null,
    })
  })

  it('writes one readable document per month of the events', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const dates = ['2008-06-06', '2008-06-30', '2008-07', '2009', null]
    for (const [index, date] of dates.entries()) {
      const copy = event(`e${index}`, date)
      await notebook.createAnnotation({ event: copy, note: 'n', tags: [] })
    }
    expect(Object.keys(snapshot(join(place.folder, 'annotations')))).toEqual([
      '2008-06.json',
      '2008-07.json',
      '2009.json',
      'undated.json',
    ])
    const text = readFileSync(join(place.folder, 'annotations/2008-06.json'), 'utf8')
    expect(text).toMatch(/^\{\n {2}"format": "annals-annotations",\n {2}"version": 2,\n/)
    expect(text.endsWith('}\n')).toBe(true)
    expect((await reopen(notebook, place)).listAnnotations(null)).toHaveLength(5)
  })

  it('touches only the document that changed', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const june = await notebook.createAnnotation({ event: event(), note: 'a', tags: [] })
    await notebook.createAnnotation({ event: event('b', '2008-07-01'), note: 'b', tags: [] })
    const before = snapshot(place.folder)
    await notebook.updateAnnotation(june.id, { note: 'c' })
    const after = snapshot(place.folder)
    const changed = Object.keys(after).filter((path) => after[path] !== before[path])
    expect(changed).toEqual(['annotations/2008-06.json'])
  })

  it('lists newest first, of one event or of all', async () => {
    const clock = stoppedClock()
    const notebook = await open(makePlace(), { now: clock.now })
    const first = await notebook.createAnnotation({ event: event('a'), note: '1', tags: [] })
    clock.advance(1000)
    const second = await notebook.createAnnotation({ event: event('b'), note: '2', tags: [] })
    clock.advance(1000)
    const third = await notebook.createAnnotation({ event: event('a'), note: '3', tags: [] })
    const ids = (eventId: string | null) => notebook.listAnnotations(eventId).map(({ id }) => id)
    expect(ids(null)).toEqual([third.id, second.id, first.id])
    expect(ids('a')).toEqual([third.id, first.id])
    expect(ids('c')).toEqual([])
  })

  it('changes a note or tags, and only then counts as modified', async () => {
    const clock = stoppedClock()
    const notebook = await open(makePlace(), { now: clock.now })
    const made = await notebook.createAnnotation({ event: event(), note: 'a', tags: ['x'] })
    clock.advance(1000)
    expect(await notebook.updateAnnotation(made.id, { note: 'a', tags: [' #X'] })).toMatchObject({
      tags: ['X'],
    })
    const changed = await notebook.updateAnnotation(made.id, { note: 'b' })
    expect(changed).toMatchObject({ note: 'b', tags: ['X'], created: made.created })
    expect(changed.modified).toBe('2020-01-01T10:00:01.000Z')
    clock.advance(1000)
    expect(await notebook.updateAnnotation(made.id, { note: 'b', tags: ['X'] })).toBe(changed)
  })

  it('refuses an annotation without a note and tags', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const empty = { event: event(), note: ' \n', tags: [' # '] }
    await expect(notebook.createAnnotation(empty)).rejects.toMatchObject({
      code: 'ANNOTATION_EMPTY',
    })
    const made = await notebook.createAnnotation({ event: event(), note: 'a', tags: [] })
    await expect(notebook.updateAnnotation(made.id, { note: '' })).rejects.toMatchObject({
      code: 'ANNOTATION_EMPTY',
    })
    expect(notebook.getAnnotation(made.id).note).toBe('a')
    expect(notebook.status().undo).toMatch(/^Add note/)
  })

  it('refuses to read, change or delete what is not there', async () => {
    const notebook = await open(makePlace())
    const notFound = { code: 'ANNOTATION_NOT_FOUND' }
    expect(() => notebook.getAnnotation('x')).toThrow(expect.objectContaining(notFound))
    await expect(notebook.updateAnnotation('x', { note: 'a' })).rejects.toMatchObject(notFound)
    await expect(notebook.deleteAnnotations(['x'])).rejects.toMatchObject(notFound)
  })

  it('deletes', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const made = await notebook.createAnnotation({ event: event(), note: 'a', tags: [] })
    const kept = await notebook.createAnnotation({ event: event(), note: 'b', tags: [] })
    await notebook.deleteAnnotations([made.id])
    expect((await reopen(notebook, place)).listAnnotations(null)).toEqual([kept])
  })

  it('puts an event whose date is no date among the undated ones', async () => {
    const place = makePlace()
    const notebook = await open(place)
    await notebook.createAnnotation({ event: event('a', '../../evil'), note: 'a', tags: [] })
    expect(existsSync(join(place.folder, 'annotations/undated.json'))).toBe(true)
  })

  it('keeps members of a record that it does not know', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const made = await notebook.createAnnotation({ event: event(), note: 'a', tags: [] })
    await notebook.close()
    const path = join(place.folder, 'annotations/2008-06.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"note": "a"', '"note": "a", "star": 1'))
    const again = await open(place)
    await again.updateAnnotation(made.id, { note: 'b' })
    expect(readFileSync(path, 'utf8')).toContain('"star": 1')
  })
})
