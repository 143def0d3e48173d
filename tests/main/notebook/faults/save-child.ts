import crypto from 'node:crypto'
import { writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { AnnalsError } from '#shared/errors.ts'
import { openNotebook } from '../../../../src-main/notebook/open-notebook.ts'

/**
 * A process that changes a notebook until it is killed, or a number of rounds, and says in a line of
 * JSON what it was told is on disk. With 0 rounds it holds the notebook open and waits. Where it is to
 * be repeatable, its files have the same names each time, also the temporary ones, and so have its
 * backups.
 */
const [base = '', rounds = '0', isRepeatable = ''] = process.argv.slice(2)

const start = new Date()
let idCount = 0
if (isRepeatable) {
  crypto.randomUUID = () =>
    `00000000-0000-4000-8000-${String(++idCount).padStart(12, '0')}` as const
  syncBuiltinESMExports()
  start.setTime(0)
}

const notebook = await openNotebook({
  folder: `${base}/notebook`,
  backupFolder: `${base}/backups`,
  archive: { path: `${base}/archive`, name: 'archive', fingerprint: '0123456789abcdef' },
  ...(isRepeatable && { now: () => start }),
})

function say(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}

function eventCopy(number: number, id = `e${number}`, monthsLater = 0) {
  const month = String(((number + monthsLater) % 3) + 1).padStart(2, '0')
  const text = 'Text of an event. '.repeat(50)
  return { id, date: `2008-${month}-01`, title: 'Headline', text }
}

/** What a search found at its first, second… look. */
function seenAt(look: number) {
  const events = [{ id: 'e', date: null, title: 'Headline', version: 'Version. '.repeat(100) }]
  return { at: `2020-01-0${look}`, archive: '0123456789abcdef', total: look, events }
}

/** Say that a change failed, and go on once it is saved after all. */
async function save<Result>(change: Promise<Result>): Promise<Result | null> {
  try {
    return await change
  } catch (error) {
    if (!(error instanceof AnnalsError)) throw error
    say({ failed: error.code, reason: error.details?.['reason'] })
    await notebook.retrySave()
    return null
  }
}

async function change(round: number): Promise<void> {
  const event = eventCopy(round)
  await save(notebook.createAnnotation({ event, note: `${round}.0`, tags: [] }))
  const { id } = notebook.listAnnotations(event.id)[0]!
  say({ id, value: `${round}.0` })
  for (const value of [`${round}.1`, `${round}.2`]) {
    await save(notebook.updateAnnotation(id, { note: value }))
    say({ id, value })
  }
  await save(notebook.createCollection(`Collection ${round}`))
  const collection = notebook.findCollection(`Collection ${round}`)
  say({ id: collection.id, value: 'empty' })
  await save(notebook.addEntries(collection.id, [eventCopy(round), eventCopy(round + 1)]))
  say({ id: collection.id, value: 'filled' })
  if (round % 2 === 0) {
    say({ id: collection.id, value: 'deleting' })
    await save(notebook.deleteCollection(collection.id))
    say({ id: collection.id, value: 'deleted' })
    await save(notebook.deleteForGood([{ kind: 'collection', id: collection.id }]))
  }
  await search(round)
  await sortOut(round, id)
  const moved = eventCopy(round, `moved${round}`, 1)
  say({ moving: event.id, to: moved.id })
  await save(notebook.relocateEvents([{ from: event.id, to: moved }]))
  say({ moved: event.id })
}

/** Several at once, the trash, tags and claims; the note itself stays as it was said to be. */
async function sortOut(round: number, id: string): Promise<void> {
  const other = eventCopy(round, `other${round}`, 2)
  await save(notebook.createAnnotation({ event: other, note: `${round}.0`, tags: [] }))
  const { id: otherId } = notebook.listAnnotations(other.id)[0]!
  await save(notebook.updateAnnotations([id, otherId], { addTags: [`tag ${round}`] }))
  say({ id: otherId, value: `${round}.0` })
  await save(notebook.changeTag(`tag ${round}`, { colour: 'blue' }))
  await save(notebook.createClaim(`Claim ${round}`))
  await save(notebook.deleteAnnotations([id, otherId]))
  await save(
    notebook.restoreFromTrash([
      { kind: 'annotation', id },
      { kind: 'annotation', id: otherId },
    ]),
  )
  say({ id: otherId, value: `${round}.0` })
}

async function search(round: number): Promise<void> {
  const name = `Search ${round}`
  const question = { name, query: 'q', sort: 'date', isFolded: true, seen: seenAt(1) } as const
  await save(notebook.createSavedSearch(question))
  const { id } = notebook.findSavedSearch(name)
  say({ id, look: 1 })
  await save(notebook.recordSeen(id, seenAt(2)))
  say({ id, look: 2 })
  if (round % 2 === 1) return
  say({ id, look: null })
  await save(notebook.deleteSavedSearch(id))
  say({ id, look: 'deleted' })
  await save(notebook.deleteForGood([{ kind: 'savedSearch', id }]))
}

say({ readOnly: notebook.status().readOnly?.code ?? null })
const first = notebook.listAnnotations(null).length * 2
for (let round = first; round < first + Number(rounds); round++) await change(round)
if (rounds === '0') setInterval(() => undefined, 1000)
else await notebook.close()
