import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { event, makePlace, oldAnnotation, open, snapshot } from './make-notebook.ts'

/** A notebook as version 1 wrote it, with two months and a collection. */
function makeOld() {
  const place = makePlace()
  const write = (path: string, format: string, data: object) => {
    mkdirSync(join(place.folder, path, '..'), { recursive: true })
    const text = `${JSON.stringify({ format, version: 1, data }, null, 2)}\n`
    writeFileSync(join(place.folder, path), text)
  }
  const made = { created: '2020-01-01', modified: '2020-01-01' }
  write('notebook.json', 'annals-notebook', {
    id: 'n',
    created: '2020-01-01',
    archive: place.archive,
  })
  for (const [id, date] of Object.entries({ june: '2008-06-01', july: '2008-07-01' })) {
    const annotations = [{ ...oldAnnotation({ id, event: event(id, date) }), star: id }]
    write(`annotations/${date.slice(0, 7)}.json`, 'annals-annotations', { annotations })
  }
  const talks = { id: 'c', ...made, name: 'Talks', introduction: '', entries: [] }
  write('collections/talks-00000000.json', 'annals-collection', talks)
  return place
}

describe('openNotebook, on documents of version 1', () => {
  it('reads them and writes nothing', async () => {
    const place = makeOld()
    const before = snapshot(place.folder)
    const notebook = await open(place)
    expect(notebook.status().problems).toEqual([])
    expect(notebook.getAnnotation('june')).toMatchObject({
      colour: null,
      state: 'open',
      star: 'june',
    })
    await notebook.close()
    expect(snapshot(place.folder)).toEqual({ ...before, '.annals-lock': '' })
  })

  it('migrates a document when it is changed, and no other', async () => {
    const place = makeOld()
    const before = snapshot(place.folder)
    const notebook = await open(place)
    await notebook.updateAnnotation('june', { state: 'checked' })
    const after = snapshot(place.folder)
    const changed = Object.keys(before).filter((path) => after[path] !== before[path])
    expect(changed).toEqual(['annotations/2008-06.json'])
    expect(after['annotations/2008-06.json']).toContain('"version": 2')
    expect(after['annotations/2008-06.json']).toContain('"star": "june"')
    const backups = Object.entries(snapshot(place.backupFolder))
    const kept = backups.filter(([path]) => path.startsWith('annotations'))
    expect(kept.map(([, text]) => text)).toEqual([before['annotations/2008-06.json']])
  })
})
