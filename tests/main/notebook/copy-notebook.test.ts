import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { event, makePlace, newNote, open, snapshot } from './make-notebook.ts'

async function make() {
  const place = makePlace()
  const notebook = await open(place)
  await notebook.createAnnotation(newNote())
  const into = join(place.base, 'stick')
  mkdirSync(into)
  return { place, notebook, into }
}

describe('Notebook.copyTo', () => {
  it('writes every document anew, and never over what is there', async () => {
    const { place, notebook, into } = await make()
    await notebook.createCollection('Talks')
    const copy = await notebook.copyTo(into)
    expect(copy).toBe(join(into, basename(place.folder)))
    const { '.annals-lock': lock, ...documents } = snapshot(place.folder)
    expect(lock).toBe('')
    expect(snapshot(copy)).toEqual(documents)
    expect(await notebook.copyTo(into)).toBe(`${copy} 2`)
    expect(readdirSync(into)).toHaveLength(2)
  })

  it('has what could not be read as it is, and what could not be saved as it was meant', async () => {
    const { place, notebook, into } = await make()
    await notebook.close()
    const damaged = join(place.folder, 'annotations', '1999-06.json')
    writeFileSync(damaged, '{ cut')
    const again = await open(place)
    renameSync(join(place.folder, 'annotations'), join(place.folder, 'away'))
    writeFileSync(join(place.folder, 'annotations'), '')
    const july = newNote({ event: event('july', '2008-07-01'), note: 'unsaved' })
    await expect(again.createAnnotation(july)).rejects.toMatchObject({ code: 'NOTEBOOK_NOT_SAVED' })
    const copy = await open({ ...place, folder: await again.copyTo(into) })
    expect(
      copy
        .listAnnotations(null)
        .map(({ note }) => note)
        .sort(),
    ).toEqual(['n', 'unsaved'])
  })

  it('refuses the notebook itself and the archive', async () => {
    const { place, notebook } = await make()
    for (const into of [place.folder, join(place.folder, 'annotations'), place.archive.path]) {
      await expect(notebook.copyTo(into)).rejects.toMatchObject({ code: 'EXPORT_TARGET_INVALID' })
    }
    expect(readdirSync(place.archive.path)).toEqual([])
  })

  it('says why nothing could be written', async () => {
    const { place, notebook } = await make()
    const into = join(place.base, 'nowhere')
    await expect(notebook.copyTo(into)).rejects.toMatchObject({
      code: 'EXPORT_FAILED',
      message: expect.stringContaining('not there') as string,
    })
  })
})
