import * as fc from 'fast-check'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/notebook.ts'
import { INCOMING_MERGERS } from '../../../../src-main/notebook/take-in/merge-incoming.ts'
import type { IncomingRecord } from '../../../../src-main/notebook/take-in/take-in-records.ts'
import { claim, evidence } from '../make-claims.ts'
import {
  annotation,
  collection,
  entry,
  event,
  makePlace,
  open,
  savedSearch,
  seen,
} from '../make-notebook.ts'

const OLD = '2020-01-01T10:00:00.000Z'
const NEW = '2021-01-01T10:00:00.000Z'
const NEWER = '2022-01-01T10:00:00.000Z'

const counts = (parts: object) => ({
  ...{ added: 0, updated: 0, same: 0, conflicts: 0, refused: [] },
  ...parts,
})

/** Take records in one after the other. @returns the notebook and what each did. */
async function take(...steps: IncomingRecord[][]) {
  const notebook = await open(makePlace())
  const taken = []
  for (const step of steps) taken.push(await notebook.mergeRecords(step, 'archive'))
  return { notebook, taken }
}

const note = (parts: Partial<Annotation>): IncomingRecord[] => [
  { kind: 'annotation', record: annotation(parts) },
]

describe('takeInRecords', () => {
  it('adds what is unknown, and does nothing for what is the same', async () => {
    const { notebook, taken } = await take(note({}), note({}))
    expect(taken).toEqual([counts({ added: 1 }), counts({ same: 1 })])
    expect(notebook.status().undo).toBe('Merge notebook of “archive”')
    await notebook.undo()
    expect(notebook.status().undo).toBeNull()
  })

  it.each([
    ['updates what is older here', true],
    ['keeps what is newer here', false],
  ])('%s', async (_name, isOlderHere) => {
    const edited = { note: 'later', modified: NEW, wordings: [{ note: 'n', replaced: NEW }] }
    const steps = isOlderHere ? [note({}), note(edited)] : [note(edited), note({})]
    const { notebook, taken } = await take(...steps)
    expect(taken[1]).toEqual(counts(isOlderHere ? { updated: 1 } : { same: 1 }))
    expect(notebook.listAnnotations(null)).toEqual([annotation(edited)])
  })

  it('keeps both where both wrote another note, and does so once', async () => {
    const ours = { note: 'ours', modified: NEW, tags: ['a'] }
    const theirs = { note: 'theirs', modified: NEWER, tags: ['b'] }
    const { notebook, taken } = await take(note(ours), note(theirs), note(theirs))
    expect(taken.slice(1)).toEqual([counts({ conflicts: 1 }), counts({ same: 1 })])
    const [kept, copy] = notebook.listAnnotations(null).toSorted((one) => (one.id === 'a' ? -1 : 1))
    expect(kept).toMatchObject({ id: 'a', note: 'theirs', tags: ['a', 'b'], modified: NEWER })
    expect(copy).toMatchObject({ note: 'ours', copyOf: 'a', modified: NEW })
    await notebook.undo()
    expect(notebook.listAnnotations(null)).toEqual([annotation(ours)])
  })

  it('keeps both where both were written at the same moment', async () => {
    const { taken } = await take(
      note({ note: 'one', modified: NEW }),
      note({ note: 'two', modified: NEW }),
    )
    expect(taken[1]).toEqual(counts({ conflicts: 1 }))
  })

  it('leads to the same on both sides', async () => {
    const ours = note({ note: 'ours', modified: NEW })
    const theirs = note({ note: 'theirs', modified: NEWER })
    const [one, other] = await Promise.all([take(ours, theirs), take(theirs, ours)])
    const list = (from: typeof one) =>
      from.notebook
        .listAnnotations(null)
        .map(({ id, note: text }) => [id, text])
        .sort()
    expect(list(one)).toEqual(list(other))
  })

  it('puts into the trash what was put there later, and never what was written since', async () => {
    const deleted = { deleted: NEW }
    const steps: [IncomingRecord[], IncomingRecord[], boolean][] = [
      [note({}), note(deleted), true],
      [note(deleted), note({}), true],
      [note({ note: 'since', modified: NEWER }), note(deleted), false],
      [note(deleted), note({ note: 'since', modified: NEWER }), false],
    ]
    for (const [first, second, isDeleted] of steps) {
      const { notebook } = await take(first, second, second)
      expect(notebook.listTrash()).toHaveLength(isDeleted ? 1 : 0)
      if (!isDeleted) expect(notebook.getAnnotation('a').note).toBe('since')
    }
  })

  it('takes a record that comes twice as two versions of one', async () => {
    const { notebook, taken } = await take([
      ...note({ note: 'one', modified: NEW }),
      ...note({ note: 'two', modified: NEWER }),
    ])
    expect(taken).toEqual([counts({ added: 1, conflicts: 1 })])
    expect(notebook.listAnnotations(null)).toHaveLength(2)
    await notebook.undo()
    expect(notebook.listAnnotations(null)).toEqual([])
  })

  it('joins collections, claims and saved searches, losing nothing of either', async () => {
    const ours: IncomingRecord[] = [
      {
        kind: 'collection',
        record: collection({ introduction: 'A', entries: [entry('1', event('moved'), 'r')] }),
      },
      {
        kind: 'claim',
        record: claim({ verdict: 'A', evidence: [evidence('1', { event: event('moved') })] }),
      },
      { kind: 'savedSearch', record: savedSearch({ query: 'ours' }) },
      { kind: 'tag', record: { id: 'fuel', colour: 'green', modified: NEW } },
    ]
    const theirs: IncomingRecord[] = [
      {
        kind: 'collection',
        record: collection({
          modified: NEW,
          introduction: 'B',
          entries: [entry('1', event()), entry('2', event())],
        }),
      },
      {
        kind: 'claim',
        record: claim({ modified: NEW, name: 'B', evidence: [evidence('1'), evidence('2')] }),
      },
      {
        kind: 'savedSearch',
        record: savedSearch({ modified: NEW, query: 'theirs', seen: seen() }),
      },
      { kind: 'tag', record: { id: 'fuel', colour: 'pink', modified: OLD } },
    ]
    const { notebook, taken } = await take(ours, theirs, theirs)
    expect(taken).toEqual([
      counts({ added: 3 }),
      counts({ updated: 2, conflicts: 1 }),
      counts({ same: 3 }),
    ])
    expect(notebook.getCollection('c')).toMatchObject({
      introduction: 'A\n\nB',
      entries: [{ id: '1', event: { id: 'moved' }, remark: 'r' }, { id: '2' }],
    })
    expect(notebook.getClaim('q')).toMatchObject({
      ...{ name: 'B', verdict: 'A', evidence: [{ id: '1', event: { id: 'moved' } }, { id: '2' }] },
    })
    expect(
      notebook
        .listSavedSearches()
        .map(({ query }) => query)
        .sort(),
    ).toEqual(['ours', 'theirs'])
  })

  it('does as much again, whatever is joined', () => {
    const text = fc.constantFrom('', 'a', 'b', 'c')
    const moment = fc.constantFrom(OLD, NEW, NEWER)
    const wordings = fc.option(
      fc.array(fc.record({ note: text, replaced: moment }), { maxLength: 2 }),
      { nil: undefined },
    )
    const any = fc
      .record({
        note: text,
        ...{ tags: fc.uniqueArray(text, { maxLength: 2 }), modified: moment, wordings },
        deleted: fc.option(moment, { nil: undefined }),
        state: fc.constantFrom('open', 'checked'),
      })
      .map(
        (parts) =>
          JSON.parse(JSON.stringify(annotation(parts as Partial<Annotation>))) as Annotation,
      )
    fc.assert(
      fc.property(any, any, (ours, theirs) => {
        const [joined, ...spares] = INCOMING_MERGERS.annotation(ours, theirs)
        expect(INCOMING_MERGERS.annotation(joined, theirs)[0]).toEqual(joined)
        const notes = [joined, ...spares].flatMap((one) => [
          one.note,
          ...(one.wordings ?? []).map((wording) => wording.note),
        ])
        for (const { note: written } of [ours, theirs]) {
          const wasNeverChanged = [ours, theirs].some(
            (one) => one.modified === one.created && one.note === written,
          )
          if (written !== '' && !wasNeverChanged) expect(notes).toContain(written)
        }
      }),
      { numRuns: 5000 },
    )
  })

  it('takes in what belongs in other documents where one is damaged', async () => {
    const place = makePlace()
    mkdirSync(join(place.folder, 'annotations'), { recursive: true })
    writeFileSync(join(place.folder, 'annotations', '2008-06.json'), '{"broken')
    const notebook = await open(place)
    const elsewhere = note({ id: 'b', event: event('x', '2009-01-01') })
    const { refused, added } = await notebook.mergeRecords([...note({}), ...elsewhere], 'x')
    expect(added).toBe(1)
    expect(refused).toEqual([{ title: 'a', reason: expect.stringContaining('2008-06') as string }])
    expect(notebook.listAnnotations(null)).toMatchObject([{ id: 'b' }])
    expect(readFileSync(join(place.folder, 'annotations', '2008-06.json'), 'utf8')).toBe('{"broken')
  })

  it('leaves a change that the researcher makes meanwhile a step of its own', async () => {
    const notebook = await open(makePlace())
    const many = Array.from({ length: 3000 }, (_, at) => note({ id: `a${at}` })).flat()
    const taking = notebook.mergeRecords(many, 'x')
    while (notebook.peekAnnotations(['a0']).size === 0) await setImmediate()
    expect(notebook.peekAnnotations(['a2999']).size).toBe(0)
    await notebook.updateAnnotation('a0', { note: 'mine' })
    expect((await taking).added).toBe(3000)
    await notebook.undo()
    expect(notebook.listAnnotations(null).map(({ note: text }) => text)).toEqual(['mine'])
    expect((await notebook.undo())?.label).toMatch(/^Edit note/)
  })

  it('changes nothing in a notebook that cannot be written', async () => {
    const place = makePlace()
    writeFileSync(join(place.base, 'file'), '')
    const notebook = await open({ ...place, folder: join(place.base, 'file', 'notebook') })
    await expect(notebook.mergeRecords(note({}), 'x')).rejects.toMatchObject({
      code: 'NOTEBOOK_READ_ONLY',
    })
    expect(notebook.listAnnotations(null)).toEqual([])
  })
})
