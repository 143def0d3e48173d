import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { event, makePlace, open, reopen } from './make-notebook.ts'

describe('Tags', () => {
  it('counts annotations, most used first', async () => {
    const notebook = await open(makePlace())
    for (const tags of [['b', 'a'], ['b'], ['c']]) {
      await notebook.createAnnotation({ event: event(), note: '', tags })
    }
    expect(notebook.listTags()).toEqual([
      { tag: 'b', count: 2, colour: null },
      { tag: 'a', count: 1, colour: null },
      { tag: 'c', count: 1, colour: null },
    ])
  })

  it('follows what is changed, deleted and undone', async () => {
    const notebook = await open(makePlace())
    const { id } = await notebook.createAnnotation({ event: event(), note: '', tags: ['a', 'b'] })
    await notebook.updateAnnotation(id, { tags: ['b', 'c'] })
    expect(notebook.listTags().map(({ tag }) => tag)).toEqual(['b', 'c'])
    await notebook.deleteAnnotations([id])
    expect(notebook.listTags()).toEqual([])
    await notebook.undo()
    await notebook.undo()
    expect(notebook.listTags().map(({ tag }) => tag)).toEqual(['a', 'b'])
  })

  it('gives a tag a colour, whatever its case, as a step', async () => {
    const place = makePlace()
    const notebook = await open(place)
    await notebook.createAnnotation({ event: event(), note: '', tags: ['War'] })
    await notebook.changeTag(' #war', { colour: 'pink' })
    const pink = [{ tag: 'War', count: 1, colour: 'pink' }]
    expect(notebook.listTags()).toEqual(pink)
    expect(notebook.status().undo).toBe('Change colour of tag “war”')
    await notebook.changeTag('War', { colour: 'blue' })
    await notebook.undo()
    expect(notebook.listTags()).toEqual(pink)
    const again = await reopen(notebook, place)
    expect(again.listTags()).toEqual(pink)
    await again.changeTag('war', { colour: null })
    expect(again.listTags()).toEqual([{ tag: 'War', count: 1, colour: null }])
    await expect(again.changeTag(' # ', { colour: 'blue' })).rejects.toMatchObject({
      code: 'TAG_NAME_INVALID',
    })
  })

  it('renames a tag and those below it everywhere, also in the trash, as one step', async () => {
    const place = makePlace()
    const notebook = await open(place)
    const write = (id: string, tags: string[]) =>
      notebook.createAnnotation({ event: event(id), note: '', tags })
    const one = await write('a', ['talks', 'x'])
    const two = await write('b', ['Talks/Six', 'talksome'])
    const gone = await write('c', ['talks/old'])
    await notebook.changeTag('talks', { colour: 'green' })
    await notebook.deleteAnnotations([gone.id])
    expect(await notebook.changeTag('talks', { name: 'diplomacy/talks' })).toBe(3)
    expect(notebook.status().undo).toBe('Rename tag “talks” to “diplomacy/talks”')
    expect(notebook.getAnnotation(one.id).tags).toEqual(['diplomacy/talks', 'x'])
    expect(notebook.getAnnotation(two.id).tags).toEqual(['diplomacy/talks/Six', 'talksome'])
    expect(notebook.listTags()).toContainEqual({
      tag: 'diplomacy/talks',
      count: 1,
      colour: 'green',
    })
    await notebook.restoreFromTrash([{ kind: 'annotation', id: gone.id }])
    expect(notebook.getAnnotation(gone.id).tags).toEqual(['diplomacy/talks/old'])
    await notebook.undo()
    await notebook.undo()
    expect(notebook.getAnnotation(one.id)).toEqual(one)
    expect(notebook.listTags()).toContainEqual({ tag: 'talks', count: 1, colour: 'green' })
    await notebook.redo()
    const again = await reopen(notebook, place)
    expect(again.getAnnotation(two.id).tags).toEqual(['diplomacy/talks/Six', 'talksome'])
  })

  it('renames and colours a tag as one step', async () => {
    const notebook = await open(makePlace())
    const write = (tags: string[]) => notebook.createAnnotation({ event: event(), note: '', tags })
    const { id } = await write(['talks'])
    await write(['aid'])
    await notebook.changeTag('talks', { colour: 'green' })
    await notebook.changeTag('aid', { colour: 'pink' })
    expect(await notebook.changeTag('talks', { name: 'aid', colour: 'blue' })).toBe(1)
    expect(notebook.status().undo).toBe('Change tag “talks”')
    expect(notebook.listTags()).toEqual([{ tag: 'aid', count: 2, colour: 'blue' }])
    await notebook.undo()
    expect(notebook.getAnnotation(id).tags).toEqual(['talks'])
    const before = [
      { tag: 'aid', count: 1, colour: 'pink' },
      { tag: 'talks', count: 1, colour: 'green' },
    ]
    expect(notebook.listTags()).toEqual(before)
    await notebook.changeTag('talks', { name: 'six/talks', colour: null })
    expect(notebook.listTags()).toContainEqual({ tag: 'six/talks', count: 1, colour: null })
    await notebook.undo()
    expect(notebook.listTags()).toEqual(before)
    await notebook.changeTag('talks', { name: 'aid', colour: 'pink' })
    expect(notebook.listTags()).toEqual([{ tag: 'aid', count: 2, colour: 'pink' }])
  })

  it('makes one of a tag and the one it is renamed to, and keeps that one’s colour', async () => {
    const notebook = await open(makePlace())
    const write = (tags: string[]) => notebook.createAnnotation({ event: event(), note: '', tags })
    const both = await write(['b', 'War', 'a'])
    await write(['war/x'])
    await notebook.changeTag('a', { colour: 'green' })
    await notebook.changeTag('war', { colour: 'pink' })
    expect(await notebook.changeTag('A', { name: 'WAR' })).toBe(1)
    expect(notebook.getAnnotation(both.id).tags).toEqual(['b', 'War'])
    expect(notebook.listTags()).toContainEqual({ tag: 'War', count: 1, colour: 'pink' })
    expect(await notebook.changeTag('war', { name: 'WAR' })).toBe(2)
    expect(notebook.listTags().map(({ tag }) => tag)).toEqual(['WAR', 'WAR/x', 'b'])
  })

  it('renames a tag that only has a colour, and refuses what is no name', async () => {
    const notebook = await open(makePlace())
    const { id } = await notebook.createAnnotation({ event: event(), note: '', tags: ['b'] })
    await notebook.changeTag('a', { colour: 'green' })
    expect(await notebook.changeTag('a', { name: 'b' })).toBe(0)
    expect(notebook.listTags()).toEqual([{ tag: 'b', count: 1, colour: 'green' }])
    expect(await notebook.changeTag('none', { name: 'c' })).toBe(0)
    expect(notebook.status().undo).toBe('Rename tag “a” to “b”')
    for (const name of ['', ' ', '#', 'a//b', '/', 'a/ ']) {
      await expect(notebook.changeTag('b', { name })).rejects.toMatchObject({
        code: 'TAG_NAME_INVALID',
      })
    }
    expect(notebook.getAnnotation(id).tags).toEqual(['b'])
  })

  it('joins the colours that another program gave', async () => {
    const place = makePlace()
    const notebook = await open(place)
    await notebook.createAnnotation({ event: event(), note: '', tags: ['a', 'b'] })
    await notebook.changeTag('a', { colour: 'green' })
    const path = join(place.folder, 'tags.json')
    const theirs = { id: 'b', colour: 'orange', modified: '2020-01-01' }
    const document = JSON.parse(readFileSync(path, 'utf8')) as { data: { tags: object[] } }
    writeFileSync(path, JSON.stringify({ ...document, data: { tags: [theirs] } }))
    await notebook.changeTag('a', { colour: 'blue' })
    expect(notebook.listTags().map(({ colour }) => colour)).toEqual(['blue', 'orange'])
    const text = readFileSync(path, 'utf8')
    expect(text).toMatch(/^\{\n {2}"format": "annals-tags",\n {2}"version": 2,\n/)
    expect(text).toMatch(/"id": "a"[^]*"id": "b"/)
  })

  it('leaves colours alone that it cannot read', async () => {
    const place = makePlace()
    const first = await open(place)
    await first.createAnnotation({ event: event(), note: '', tags: ['a'] })
    await first.close()
    const path = join(place.folder, 'tags.json')
    writeFileSync(path, '{')
    const notebook = await open(place)
    expect(notebook.status().problems).toMatchObject([{ path, code: 'NOTEBOOK_DAMAGED' }])
    const refused = { code: 'NOTEBOOK_DAMAGED' }
    await expect(notebook.changeTag('a', { colour: 'blue' })).rejects.toMatchObject(refused)
    expect(await notebook.changeTag('a', { name: 'b' })).toBe(1)
    expect(readFileSync(path, 'utf8')).toBe('{')
  })
})
