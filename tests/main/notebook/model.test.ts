import fc from 'fast-check'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  HIGHLIGHT_COLOURS,
  type HighlightColour,
  REVIEW_STATES,
  type ReviewState,
} from '#shared/notebook.ts'
import type { AnnotationList } from '../../../src-main/notebook/document-formats.ts'
import type { Notebook } from '../../../src-main/notebook/open-notebook.ts'
import { openNotebook } from '../../../src-main/notebook/open-notebook.ts'
import {
  type NotebookPlace,
  event,
  makePlace,
  seen,
  selector,
  snapshot,
  stoppedClock,
} from './make-notebook.ts'

interface ModelNote {
  event: string
  note: string
  tags: string[]
  colour: HighlightColour | null
  state: ReviewState
}

/** A notebook as anybody would write it down: lists of texts, without files, ids or clocks. */
interface Model {
  notes: ModelNote[]
  /** Notes in the trash. */
  trash: ModelNote[]
  collections: { name: string; introduction: string; entries: [string, string][] }[]
  searches: { name: string; query: string; found: string[] }[]
}

/** The model and the real notebook side by side, with the real ids of what is in the model. */
interface World {
  notebook: Notebook
  model: Model
  noteIds: string[]
  trashIds: string[]
  collectionIds: string[]
  searchIds: string[]
  past: Frame[]
  future: Frame[]
  advance(ms: number): void
}

type Frame = Pick<World, 'model' | 'noteIds' | 'trashIds' | 'collectionIds' | 'searchIds'>

type Action = (world: World) => Promise<void>

const DATES = ['2008-06-06', '2008-06-07', '2008-07', '2009', null]
const eventOf = (number: number) => event(`e${number}`, DATES[number % DATES.length])
const frameOf = ({ model, noteIds, trashIds, collectionIds, searchIds }: World): Frame => ({
  model,
  noteIds,
  trashIds,
  collectionIds,
  searchIds,
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

/** Carry out what is no step: nothing takes it back, and it shows in the past and future as well. */
async function changeAllTimes(
  world: World,
  edit: (frame: Frame) => void,
  real: () => Promise<unknown>,
): Promise<void> {
  const { undo, redo } = world.notebook.status()
  await real()
  expect(world.notebook.status()).toMatchObject({ undo, redo })
  const editCopy = (frame: Frame): Frame => {
    const copy = { ...frame, model: structuredClone(frame.model) }
    edit(copy)
    return copy
  }
  world.model = editCopy(frameOf(world)).model
  world.past = world.past.map(editCopy)
  world.future = world.future.map(editCopy)
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
const number = fc.nat({ max: 6 })

const colour = fc.constantFrom(null, ...HIGHLIGHT_COLOURS)

const createNote = fc
  .tuple(number, text, colour)
  .map(([at, note, paint]): Action => async (world) => {
    if (note.trim() === '' && paint === null) return
    await change(
      world,
      (model) =>
        model.notes.push({ event: `e${at}`, note, tags: [], colour: paint, state: 'open' }),
      async () => {
        const made = await world.notebook.createAnnotation({
          ...{ event: eventOf(at), note, tags: [], colour: paint },
          selector: paint && selector(),
        })
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
    (model) => model.trash.push(...model.notes.splice(index, 1)),
    () => world.notebook.deleteAnnotations([id]),
  )
  world.noteIds = world.noteIds.toSpliced(index, 1)
  world.trashIds = [...world.trashIds, id]
})

/** What is deleted, restored or deleted for good at once: every second one of a list. */
const everySecond = (_: unknown, index: number) => index % 2 === 0
const allOthers = (_: unknown, index: number) => index % 2 === 1

const deleteMany = fc.constant<Action>(async (world) => {
  const ids = world.noteIds.filter(everySecond)
  await change(
    world,
    (model) => {
      model.trash.push(...model.notes.filter(everySecond))
      model.notes = model.notes.filter(allOthers)
    },
    () => world.notebook.deleteAnnotations(ids),
  )
  world.noteIds = world.noteIds.filter(allOthers)
  world.trashIds = [...world.trashIds, ...ids]
})

const nameNotes = (ids: string[]) => ids.map((id) => ({ kind: 'annotation', id }) as const)

const restoreMany = fc.constant<Action>(async (world) => {
  const ids = world.trashIds.filter(everySecond)
  await change(
    world,
    (model) => {
      model.notes.push(...model.trash.filter(everySecond))
      model.trash = model.trash.filter(allOthers)
    },
    () => world.notebook.restoreFromTrash(nameNotes(ids)),
  )
  world.trashIds = world.trashIds.filter(allOthers)
  world.noteIds = [...world.noteIds, ...ids]
})

const deleteManyForGood = fc.constant<Action>(async (world) => {
  const ids = world.trashIds.filter(everySecond)
  await change(
    world,
    (model) => (model.trash = model.trash.filter(allOthers)),
    () => world.notebook.deleteForGood(nameNotes(ids)),
  )
  world.trashIds = world.trashIds.filter(allOthers)
})

const markMany = fc
  .tuple(number, fc.constantFrom(...HIGHLIGHT_COLOURS), fc.constantFrom(...REVIEW_STATES))
  .map(([tag, paint, state]): Action => async (world) => {
    if (world.noteIds.length === 0) return
    await change(
      world,
      (model) => {
        for (const note of model.notes) {
          if (!note.tags.includes(`t${tag}`)) note.tags.push(`t${tag}`)
          note.colour &&= paint
          note.state = state
        }
      },
      () =>
        world.notebook.updateAnnotations(world.noteIds, {
          ...{ addTags: [`t${tag}`], colour: paint, state },
        }),
    )
  })

const renameTag = fc.tuple(number, number).map(([from, to]): Action => async (world) => {
  await change(
    world,
    (model) => {
      for (const note of [...model.notes, ...model.trash]) {
        note.tags = [...new Set(note.tags.map((tag) => (tag === `t${from}` ? `t${to}` : tag)))]
      }
    },
    () => world.notebook.changeTag(`T${from}`, { name: `t${to}` }),
  )
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

const foundBy = (number: number, version: number) =>
  seen({ [`e${number}`]: `${version}`, x: '1' }, `2020-01-01T10:00:00.0${10 + version}Z`)

const createSearch = fc.tuple(number, number).map(([at, found]): Action => async (world) => {
  const query = `q${at}`
  await change(
    world,
    (model) => model.searches.push({ name: `S ${at}`, query, found: [`e${found}`, 'x'] }),
    async () => {
      const question = { name: `S ${at} `, query, sort: 'date', isFolded: true } as const
      const made = await world.notebook.createSavedSearch({ ...question, seen: foundBy(found, 0) })
      world.searchIds = [...world.searchIds, made.id]
    },
  )
})

/** A change of one saved search, given its place in the model and its real id. */
function onSearch(
  edit: (search: Model['searches'][number], a: number, b: number) => void,
  real: (notebook: Notebook, id: string, a: number, b: number) => Promise<unknown>,
) {
  return fc.tuple(number, number, number).map(([at, a, b]): Action => async (world) => {
    if (world.searchIds.length === 0) return
    const index = pick(world.searchIds, at)
    await change(
      world,
      (model) => edit(model.searches[index]!, a, b),
      () => real(world.notebook, world.searchIds[index]!, a, b),
    )
  })
}

const renameSearch = onSearch(
  (search, a) => (search.name = `N ${a}`),
  (notebook, id, a) => notebook.updateSavedSearch(id, { name: `N ${a}` }),
)

const ask = onSearch(
  (search, a, b) => {
    if (search.query !== `q${a}`) Object.assign(search, { query: `q${a}`, found: [`e${b}`, 'x'] })
  },
  async (notebook, id, a, b) => {
    const isNew = notebook.getSavedSearch(id).query !== `q${a}`
    await notebook.updateSavedSearch(id, isNew ? { query: `q${a}`, seen: foundBy(b, 0) } : {})
  },
)

const look = fc.tuple(number, number).map(([at, found]): Action => async (world) => {
  if (world.searchIds.length === 0) return
  const index = pick(world.searchIds, at)
  const id = world.searchIds[index]!
  const { query } = world.model.searches[index]!
  await changeAllTimes(
    world,
    ({ model, searchIds }) => {
      const search = model.searches[searchIds.indexOf(id)]
      if (search?.query === query) search.found = [`e${found}`, 'x']
    },
    () => world.notebook.recordSeen(id, foundBy(found, 1)),
  )
})

const deleteSearch = number.map((at): Action => async (world) => {
  if (world.searchIds.length === 0) return
  const index = pick(world.searchIds, at)
  const id = world.searchIds[index]!
  await change(
    world,
    (model) => model.searches.splice(index, 1),
    () => world.notebook.deleteSavedSearch(id),
  )
  world.searchIds = world.searchIds.toSpliced(index, 1)
})

/** Give what is at one event to another one, where that is not there already. */
const relocate = fc.tuple(number, number).map(([from, to]): Action => async (world) => {
  const [former, now] = [`e${from}`, `e${to}`]
  const replace = (ids: string[]) => (ids.includes(now) ? ids : ids.map(follow))
  const follow = (id: string) => (id === former ? now : id)
  const moves = [{ from: former, to: eventOf(to) }]
  await changeAllTimes(
    world,
    ({ model }) => {
      for (const note of [...model.notes, ...model.trash]) note.event = follow(note.event)
      for (const collection of model.collections) {
        const ids = replace(collection.entries.map(([id]) => id))
        collection.entries = collection.entries.map(([, remark], at) => [ids[at]!, remark])
      }
      for (const search of model.searches) search.found = replace(search.found)
    },
    () => world.notebook.relocateEvents(moves),
  )
  expect(await world.notebook.relocateEvents(moves)).toEqual({ annotations: 0, entries: 0 })
})

const undo = fc.constant<Action>((world) =>
  travel(world, world.past, world.future, () => world.notebook.undo()),
)

const redo = fc.constant<Action>((world) =>
  travel(world, world.future, world.past, () => world.notebook.redo()),
)

const actions = fc.oneof(
  ...[deleteMany, restoreMany, deleteManyForGood, markMany, renameTag],
  ...[createNote, editNote, tagNote, deleteNote, createCollection, removeEntry, setRemark],
  ...[moveEntry, sortEntries, introduce, rename, deleteCollection],
  ...[createSearch, renameSearch, deleteSearch],
  ...[addEntries, ask, look, redo].map((arbitrary) => ({ arbitrary, weight: 2 })),
  ...[relocate, undo].map((arbitrary) => ({ arbitrary, weight: 4 })),
)

/** The real notebook in the words of the model. */
function describeReal({ notebook, noteIds, trashIds, collectionIds, searchIds }: World): Model {
  const trashed = notebook.listTrash().filter(({ kind }) => kind === 'annotation')
  expect(trashed.map(({ id }) => id).sort()).toEqual(trashIds.toSorted())
  expect(notebook.listAnnotations(null)).toHaveLength(noteIds.length)
  expect(notebook.listCollections()).toHaveLength(collectionIds.length)
  expect(notebook.listSavedSearches()).toHaveLength(searchIds.length)
  return {
    trash: [],
    notes: noteIds.map((id) => {
      const { event: copy, note, tags, colour: paint, state } = notebook.getAnnotation(id)
      return { event: copy.id, note, tags, colour: paint, state }
    }),
    collections: collectionIds.map((id) => {
      const { name, introduction, entries } = notebook.getCollection(id)
      const pairs = entries.map((entry): [string, string] => [entry.event.id, entry.remark])
      return { name, introduction, entries: pairs }
    }),
    searches: searchIds.map((id) => {
      const { name, query, seen: record } = notebook.getSavedSearch(id)
      return { name, query, found: record.events!.map((found) => found.id) }
    }),
  }
}

/** What is in the trash is looked at once it is restored. */
function untrashed(model: Model): Model {
  return { ...model, trash: [] }
}

/** The ids of annotations, as often as they stand in documents; but for those in the trash. */
function listOnDisk({ folder }: NotebookPlace): string[] {
  if (!existsSync(join(folder, 'annotations'))) return []
  const texts = Object.values(snapshot(join(folder, 'annotations')))
  return texts
    .flatMap((text) => (JSON.parse(text) as { data: AnnotationList }).data.annotations)
    .filter(({ deleted }) => deleted === undefined)
    .map(({ id }) => id)
    .sort()
}

describe('Notebook', () => {
  it('is after any changes, in memory and on disk, what a plain model is', async () => {
    const place = makePlace()
    await fc.assert(
      fc.asyncProperty(fc.array(actions, { maxLength: 60, size: 'max' }), async (steps) => {
        rmSync(place.folder, { recursive: true, force: true })
        const clock = stoppedClock()
        const empty: Model = { notes: [], trash: [], collections: [], searches: [] }
        const world: World = {
          notebook: await openNotebook({ ...place, now: clock.now }),
          model: empty,
          noteIds: [],
          trashIds: [],
          collectionIds: [],
          searchIds: [],
          past: [],
          future: [],
          advance: clock.advance,
        }
        for (const step of steps) {
          await step(world)
          expect(describeReal(world)).toEqual(untrashed(world.model))
        }
        await world.notebook.close()
        world.notebook = await openNotebook(place)
        expect(world.notebook.status().problems).toEqual([])
        expect(listOnDisk(place)).toEqual(world.noteIds.toSorted())
        expect(describeReal(world)).toEqual(untrashed(world.model))
        const names = nameNotes(world.trashIds)
        await world.notebook.restoreFromTrash(names)
        world.noteIds = [...world.noteIds, ...world.trashIds]
        world.trashIds = []
        const { notes, trash } = world.model
        expect(describeReal(world).notes).toEqual([...notes, ...trash])
        await world.notebook.close()
      }),
      { numRuns: 150 },
    )
  }, 120_000)
})
