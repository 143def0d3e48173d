import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/notebook.ts'
import { formatDocument } from '../../../src-main/notebook/document-format.ts'
import { ANNOTATIONS_FORMAT } from '../../../src-main/notebook/document-formats.ts'
import type { Notebook } from '../../../src-main/notebook/open-notebook.ts'
import { annotation, event, makePlace, open, reopen, snapshot } from './make-notebook.ts'

const here = annotation({ event: event('a'), modified: '2020-01-01' })
const moved = { ...here, event: event('b', '2008-07-01'), formerEventIds: ['a'] }
const other = annotation({ id: 'other', event: event('x') })

/** A notebook with documents as somebody else left them. */
function makeWritten(documents: Record<string, Annotation[]>) {
  const place = makePlace()
  const folder = join(place.folder, 'annotations')
  mkdirSync(folder, { recursive: true })
  for (const [month, annotations] of Object.entries(documents)) {
    const bytes = formatDocument(ANNOTATIONS_FORMAT, { annotations })
    writeFileSync(join(folder, `${month}.json`), bytes)
  }
  /** The ids of annotations on disk, by document. */
  function listOnDisk(): Record<string, string[]> {
    const entries = Object.entries(snapshot(folder)).map(([name, text]) => {
      const { data } = JSON.parse(text) as { data: { annotations: Annotation[] } }
      return [name.replace('.json', ''), data.annotations.map(({ id }) => id)]
    })
    return Object.fromEntries(entries) as Record<string, string[]>
  }
  return { place, folder, listOnDisk }
}

const list = (notebook: Notebook) =>
  notebook.listAnnotations(null).sort((one, another) => (one.id < another.id ? -1 : 1))

describe('AnnotationStore', () => {
  it.each([
    ['first', { '2008-06': [here, other], '2008-07': [moved] }],
    ['last', { '2008-05': [moved], '2008-06': [here, other] }],
  ])(
    'finishes a move that stopped between two documents, the new one being the %s',
    async (_name, documents) => {
      const { place, listOnDisk } = makeWritten(documents)
      const notebook = await open(place)
      expect(list(notebook)).toEqual([moved, other])
      expect(notebook.listAnnotations('a')).toEqual([])
      expect(Object.keys(notebook.marksOf(['a', 'b', 'x'])).sort()).toEqual(['b', 'x'])
      expect(notebook.readMarks().annotations).toHaveLength(2)
      expect(listOnDisk()).toEqual({
        [Object.keys(documents).find((month) => month !== '2008-06')!]: ['a'],
        '2008-06': ['other'],
      })
      expect(notebook.status().problems).toEqual([])
      expect(list(await reopen(notebook, place))).toEqual([moved, other])
    },
  )

  it('joins words that were written before the move arrived with the event as it is now', async () => {
    const written = { ...here, note: 'written later', modified: '2021-01-01' }
    const { place, listOnDisk } = makeWritten({ '2008-06': [written], '2008-07': [moved] })
    const notebook = await open(place)
    const joined = { ...moved, note: 'written later', modified: '2021-01-01' }
    expect(list(notebook)).toEqual([joined])
    expect(listOnDisk()).toEqual({ '2008-06': [], '2008-07': ['a'] })
    expect(list(await reopen(notebook, place))).toEqual([joined])
  })

  it('keeps the newer of two versions that nobody moved', async () => {
    const newer = { ...here, note: 'newer', modified: '2021-01-01' }
    const { place, listOnDisk } = makeWritten({ '2008-06': [newer], '2008-07': [here] })
    const notebook = await open(place)
    expect(list(notebook)).toEqual([newer])
    expect(listOnDisk()).toEqual({ '2008-06': ['a'], '2008-07': [] })
    const backups = Object.values(snapshot(place.backupFolder)).join()
    expect(backups).toContain('"note": "n"')
  })

  it('shows one and writes nothing where it may only read', async () => {
    const { place, folder } = makeWritten({
      '2008-06': [{ ...here, note: 'written later', modified: '2021-01-01' }],
      '2008-07': [moved],
    })
    const before = snapshot(folder)
    writeFileSync(join(place.folder, 'notebook.json'), '{')
    const notebook = await open(place)
    expect(list(notebook)).toMatchObject([{ note: 'written later', event: { id: 'b' } }])
    await notebook.close()
    expect(snapshot(folder)).toEqual(before)
  })

  it('does not bring a version back that was left behind', async () => {
    const { place } = makeWritten({ '2008-06': [here], '2008-07': [moved] })
    const notebook = await open(place)
    await notebook.deleteAnnotations(['a'])
    expect(list(await reopen(notebook, place))).toEqual([])
  })

  it('lets go of what another program moved to a document that is not read yet', async () => {
    const { place, folder } = makeWritten({ '2008-06': [here, other] })
    const notebook = await open(place)
    for (const [month, annotations] of [
      ['2008-06', [other]],
      ['2008-07', [moved]],
    ] as const) {
      const bytes = formatDocument(ANNOTATIONS_FORMAT, { annotations: [...annotations] })
      writeFileSync(join(folder, `${month}.json`), bytes)
    }
    await notebook.updateAnnotation('other', { note: 'ours' })
    expect(list(notebook)).toMatchObject([{ id: 'other', note: 'ours' }])
    expect(list(await reopen(notebook, place))).toMatchObject([moved, { note: 'ours' }])
  })
})
