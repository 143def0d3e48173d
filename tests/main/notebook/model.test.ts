import fc from 'fast-check'
import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Notebook } from '../../../src-main/notebook/open-notebook.ts'
import { openNotebook } from '../../../src-main/notebook/open-notebook.ts'
import { event, makePlace, stoppedClock } from './make-notebook.ts'

/** A notebook as anybody would write it down: lists of texts, without files, ids or clocks. */
interface Model {
  notes: { event: string; note: string; tags: string[] }[]
  collections: { name: string; introduction: string; entries: [string, string][] }[]
}

/** The model and the real notebook side by side, with the real ids of what is in the model. */
interface World {
  notebook: Notebook
  model: Model
  noteIds: string[]
  collectionIds: string[]
  past: Frame[]
  future: Frame[]
  advance(ms: number): void
}

type Frame = Pick<World, 'model' | 'noteIds' | 'collectionIds'>

type Action = (world: World) => Promise<void>

const DATES = ['2008-06-06', '2008-06-07', '2008-07', '2009', null]
const eventOf = (number: number) => event(`e${number}`, DATES[number % DATES.length])
const frameOf = ({ model, noteIds, collectionIds }: World): Frame => ({
  model,
  noteIds,
  collectionIds,
})

/** Carry out a change on both sides; nothing at all where it changes nothing. */
async function change(
  world: World,
  edit: (model: Model) => void,
  real: () => Promise<unknown>,
): Promise<void> {
  const before = frameOf(world)
  const model = structuredClone(world.model)
  edit(model)
  world.advance(60_000)
  await real()
  if (JSON.stringify(model) === JSON.stringify(before.model)) return
  world.model = model
  world.past.push(before)
  world.future = []
}

/** Go to another state in time, on both sides. */
async function travel(world: World, from: Frame[], to: Frame[], real: () => Promise<unknown>) {
  const frame = from.pop()
  const done = await real()
  expect(done === null).toBe(frame === undefined)
  if (!frame) return
  to.push(frameOf(world))
  Object.assign(world, frame)
}

const pick = (list: readonly unknown[], number: number) => number % list.length
const text = fc.string({ unit: 'binary', maxLength: 20 })
const number = fc.nat({ max: 20 })

const createNote = fc.tuple(number, text).map(([at, note]): Action => async (world) => {
  if (note.trim() === '') return
  await change(
    world,
    (model) => model.notes.push({ event: `e${at}`, note, tags: [] }),
    async () => {
      const made = await world.notebook.createAnnotation({ event: eventOf(at), note, tags: [] })
      world.noteIds = [...world.noteIds, made.id]
    },
  )
})

const editNote = fc.tuple(number, text).map(([at, note]): Action => async (world) => {
  if (world.noteIds.length === 0 || note.trim() === '') return
  const index = pick(world.noteIds, at)
  await change(
    world,
    (model) => (model.notes[index]!.note = note),
    () => world.notebook.updateAnnotation(world.noteIds[index]!, { note }),
  )
})

const tagNote = fc.tuple(number, number).map(([at, tag]): Action => async (world) => {
  if (world.noteIds.length === 0) return
  const index = pick(world.noteIds, at)
  await change(
    world,
    (model) => (model.notes[index]!.tags = [`t${tag}`]),
    () =>
      world.notebook.updateAnnotation(world.noteIds[index]!, { tags: [` #t${tag}`, `T${tag}`] }),
  )
})

const deleteNote = number.map((at): Action => async (world) => {
  if (world.noteIds.length === 0) return
  const index = pick(world.noteIds, at)
  const id = world.noteIds[index]!
  await change(
    world,
    (model) => model.notes.splice(index, 1),
    () => world.notebook.deleteAnnotation(id),
  )
  world.noteIds = world.noteIds.toSpliced(index, 1)
})

const createCollection = number.map((at): Action => async (world) => {
  await change(
    world,
    (model) => model.collections.push({ name: `C ${at}`, introduction: '', entries: [] }),
    async () => {
      const made = await world.notebook.createCollection(` C ${at} `)
      world.collectionIds = [...world.collectionIds, made.id]
    },
  )
})

/** A change of one collection, given its place in the model and its real id. */
function onCollection(
  edit: (collection: Model['collections'][number], a: number, b: number) => void,
  real: (notebook: Notebook, id: string, a: number, b: number) => Promise<unknown>,
) {
  return fc.tuple(number, number, number).map(([at, a, b]): Action => async (world) => {
    if (world.collectionIds.length === 0) return
    const index = pick(world.collectionIds, at)
    await change(
      world,
      (model) => edit(model.collections[index]!, a, b),
      () => real(world.notebook, world.collectionIds[index]!, a, b),
    )
  })
}

function entryId(notebook: Notebook, id: string, at: number): string | null {
  const { entries } = notebook.getCollection(id)
  return entries[pick(entries, at)]?.id ?? null
}

const addEntries = onCollection(
  ({ entries }, a, b) => {
    for (const id of [`e${a}`, `e${b}`]) {
      if (!entries.some((entry) => entry[0] === id)) entries.push([id, ''])
    }
  },
  (notebook, id, a, b) => notebook.addEntries(id, [eventOf(a), eventOf(b)]),
)

const removeEntry = onCollection(
  ({ entries }, a) => entries.splice(pick(entries, a), 1),
  async (notebook, id, a) => {
    const entry = entryId(notebook, id, a)
    if (entry !== null) await notebook.removeEntries(id, [entry])
  },
)

const setRemark = onCollection(
  ({ entries }, a, b) => {
    const entry = entries[pick(entries, a)]
    if (entry) entry[1] = `r${b}`
  },
  async (notebook, id, a, b) => {
    const entry = entryId(notebook, id, a)
    if (entry !== null) await notebook.setRemark(id, entry, `r${b}`)
  },
)

const moveEntry = onCollection(
  ({ entries }, a, b) => {
    const [entry] = entries.splice(pick(entries, a), 1)
    if (entry) entries.splice(b, 0, entry)
  },
  async (notebook, id, a, b) => {
    const entry = entryId(notebook, id, a)
    if (entry !== null) await notebook.moveEntry(id, entry, b)
  },
)

const sortEntries = onCollection(
  ({ entries }) => {
    const key = ([id]: [string, string]) => DATES[Number(id.slice(1)) % DATES.length] ?? '9999'
    entries.sort((one, other) => key(one).localeCompare(key(other)))
  },
  (notebook, id) => notebook.sortEntriesByDate(id),
)

const introduce = onCollection(
  (collection, a) => (collection.introduction = `i${a}`),
  (notebook, id, a) => notebook.updateCollection(id, { introduction: `i${a}` }),
)

const rename = onCollection(
  (collection, a) => (collection.name = `N ${a}`),
  (notebook, id, a) => notebook.updateCollection(id, { name: `N  ${a}` }),
)

const deleteCollection = number.map((at): Action => async (world) => {
  if (world.collectionIds.length === 0) return
  const index = pick(world.collectionIds, at)
  const id = world.collectionIds[index]!
  await change(
    world,
    (model) => model.collections.splice(index, 1),
    () => world.notebook.deleteCollection(id),
  )
  world.collectionIds = world.collectionIds.toSpliced(index, 1)
})

const undo = fc.constant<Action>((world) =>
  travel(world, world.past, world.future, () => world.notebook.undo()),
)

const redo = fc.constant<Action>((world) =>
  travel(world, world.future, world.past, () => world.notebook.redo()),
)

const actions = fc.oneof(
  ...[createNote, editNote, tagNote, deleteNote, createCollection, addEntries, removeEntry],
  ...[setRemark, moveEntry, sortEntries, introduce, rename, deleteCollection],
  { arbitrary: undo, weight: 3 },
  { arbitrary: redo, weight: 2 },
)

/** The real notebook in the words of the model. */
function describeReal({ notebook, noteIds, collectionIds }: World): Model {
  expect(notebook.listAnnotations(null)).toHaveLength(noteIds.length)
  expect(notebook.listCollections()).toHaveLength(collectionIds.length)
  return {
    notes: noteIds.map((id) => {
      const { event: copy, note, tags } = notebook.getAnnotation(id)
      return { event: copy.id, note, tags }
    }),
    collections: collectionIds.map((id) => {
      const { name, introduction, entries } = notebook.getCollection(id)
      const pairs = entries.map((entry): [string, string] => [entry.event.id, entry.remark])
      return { name, introduction, entries: pairs }
    }),
  }
}

describe('Notebook', () => {
  it('is after any changes, in memory and on disk, what a plain model is', async () => {
    const place = makePlace()
    await fc.assert(
      fc.asyncProperty(fc.array(actions, { maxLength: 40, size: 'max' }), async (steps) => {
        rmSync(place.folder, { recursive: true, force: true })
        const clock = stoppedClock()
        const empty: Model = { notes: [], collections: [] }
        const world: World = {
          notebook: await openNotebook({ ...place, now: clock.now }),
          model: empty,
          noteIds: [],
          collectionIds: [],
          past: [],
          future: [],
          advance: clock.advance,
        }
        for (const step of steps) {
          await step(world)
          expect(describeReal(world)).toEqual(world.model)
        }
        await world.notebook.close()
        world.notebook = await openNotebook(place)
        expect(world.notebook.status().problems).toEqual([])
        expect(describeReal(world)).toEqual(world.model)
        await world.notebook.close()
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})
