import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import type { NotebookMarks } from '#shared/notebook-marks.ts'
import type { SearchRequest } from '#shared/search.ts'
import { type QueryClient, openQueryClient } from '../../../src-main/index/query-client.ts'
import { makeAnnotation } from './query/make-annotation.ts'
import { useFolder, useIndex } from './query/use-index.ts'

const workerUrl = new URL('../../../src-main/workers/query.worker.ts', import.meta.url)
const clients: QueryClient[] = []

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()))
})

function openClient(
  indexPath: string,
  url = workerUrl,
  readMarks: () => NotebookMarks | null = () => null,
): QueryClient {
  const client = openQueryClient({ indexPath, workerUrl: url, readMarks })
  clients.push(client)
  return client
}

const request = (query: string, offset = 0): SearchRequest => ({
  query,
  sort: 'date',
  isFolded: false,
  offset,
  limit: 2,
})

const events = Array.from({ length: 6 }, (_, number) => ({
  key: `event-${number}`,
  date: '2008-06-06',
  title: 'Fuel',
  entities: ['Japan'],
}))

/** A query worker that dies of the searches for “die”, `times` times in all. */
function makeMortalWorker(times: number): URL {
  const folder = useFolder()
  const path = join(folder, 'mortal.worker.mjs')
  const source = `
    import { parentPort } from 'node:worker_threads'
    import { existsSync, writeFileSync } from 'node:fs'
    let death = 1
    while (existsSync(${JSON.stringify(folder)} + '/death-' + death)) death++
    parentPort.on('message', (message) => {
      if (!JSON.stringify(message).includes('die') || death > ${times}) return
      writeFileSync(${JSON.stringify(folder)} + '/death-' + death, '')
      process.exit(1)
    })
    await import(${JSON.stringify(workerUrl.href)})
  `
  writeFileSync(path, source)
  return pathToFileURL(path)
}

describe('openQueryClient', () => {
  it('answers every call through a worker', async () => {
    const { file } = useIndex(events)
    const client = openClient(file.path)
    expect((await client.search(request('fuel'))).total).toBe(6)
    expect(await client.searchIds({ ...request('fuel'), limit: 100 })).toHaveLength(6)
    expect(await client.listYears()).toMatchObject([{ year: 2008, count: 6 }])
    expect(await client.listDays(2008, 6)).toEqual([{ day: 6, count: 6 }])
    const names = { filter: '', sort: 'count', offset: 0, limit: 10 } as const
    expect(await client.listEntities(names)).toMatchObject({ total: 1 })
    expect(await client.listSources(names)).toEqual({ total: 0, names: [] })
    expect(await client.readEvent('event-1')).toMatchObject({ title: 'Fuel', entities: ['Japan'] })
    expect(await client.copyEvents(['event-1'])).toHaveLength(1)
    expect(await client.resolveLink('event-1', 'event-2.md')).toMatchObject({ id: 'event-2' })
    expect(await client.report()).toBeNull()
    expect(await client.counts()).toEqual({ events: 6, entities: 1, hosts: 0 })
    const shape = await client.shapeAnswer({ query: 'fuel', limit: 3 })
    expect(shape).toMatchObject({ events: 6, facets: { entities: [{ name: 'Japan', count: 6 }] } })
    const { items } = await client.suggest({ query: 'jap', caretUtf16: 3, limit: 3 })
    expect(items).toMatchObject([{ kind: 'entity', text: 'entity:Japan', count: 6 }])
    expect(await client.listFound('fuel')).toMatchObject({ total: 6, events: { length: 6 } })
    expect(await client.versionsOf(['nowhere'])).toEqual([null])
    expect(await client.fingerprint()).toBe('')
    const changes = { kind: null, onlyAnnotated: false, offset: 0, limit: 5 }
    expect(await client.listChanges(changes)).toMatchObject({ at: null, changes: [] })
    expect(await client.listMoves()).toEqual([])
  })

  it('keeps the code of a refusal', async () => {
    const client = openClient(useIndex(events).file.path)
    await expect(client.readEvent('nowhere')).rejects.toMatchObject({
      code: 'EVENT_NOT_FOUND',
      details: { id: 'nowhere' },
    })
  })

  it('answers empty before there is an index', async () => {
    const client = openClient(join(useFolder(), 'index.sqlite'))
    expect(await client.search(request('fuel'))).toMatchObject({ total: 0, hits: [] })
  })

  it('refuses searches that run or wait when a newer one is made', async () => {
    const client = openClient(useIndex(events).file.path)
    const typed = ['f', 'fu', 'fue', 'fuel'].map((query) => client.search(request(query)))
    const answers = await Promise.allSettled(typed)
    const superseded = { status: 'rejected', reason: { code: 'SEARCH_SUPERSEDED' } }
    expect(answers.slice(1)).toMatchObject([
      superseded,
      superseded,
      { status: 'fulfilled', value: { query: 'fuel', total: 6 } },
    ])
  })

  it('gives up the search that runs as soon as a newer one is made', async () => {
    const many = Array.from({ length: 3000 }, (_, number) => ({
      ...{ key: `e${number}`, date: '2008', title: 'Fuel', summary: 'aid '.repeat(500) },
    }))
    const client = openClient(useIndex(many).file.path)
    await client.counts()
    const slow = client.search(request('="AID"'))
    await setTimeout(5)
    const quick = client.search(request('id:e1'))
    await expect(slow).rejects.toMatchObject({ code: 'SEARCH_SUPERSEDED' })
    expect(await quick).toMatchObject({ total: 1 })
    expect(await client.search(request('="aid"'))).toMatchObject({ total: 3000 })
  })

  it('tells every worker what the notebook holds, and later what has changed', async () => {
    const marks = (tag: string, isAll: boolean): NotebookMarks => ({
      isAll,
      annotations: [makeAnnotation(tag, 'event-1', { note: `Note of ${tag}`, tags: [tag] })],
      collections: [],
      claims: [],
      removed: [],
    })
    const client = openClient(useIndex(events).file.path, makeMortalWorker(1), () =>
      marks('first', true),
    )
    expect(await client.search(request('tag:first'))).toMatchObject({ total: 1 })
    client.setMarks(marks('second', false))
    expect(await client.search(request('tag:first tag:second'))).toMatchObject({ total: 1 })
    expect(await client.search(request('tag:first -die'))).toMatchObject({ total: 1 })
    expect(await client.search(request('tag:second'))).toMatchObject({ total: 0 })
  })

  it('answers all pages of one search that are asked for at once', async () => {
    const client = openClient(useIndex(events).file.path)
    const pages = await Promise.all(
      [0, 2, 4].map((offset) => client.search(request('fuel', offset))),
    )
    const ids = pages.flatMap(({ hits }) => hits.map(({ id }) => id))
    expect(ids).toEqual(events.map(({ key }) => key).reverse())
  })

  it('lets other calls through while searches wait', async () => {
    const client = openClient(useIndex(events).file.path)
    const [first, , counts] = await Promise.all([
      client.search(request('fuel')),
      client.search(request('fuel', 2)),
      client.counts(),
    ])
    expect(first.total).toBe(6)
    expect(counts.events).toBe(6)
  })

  it('starts a worker that died anew and makes its calls once more', async () => {
    const client = openClient(useIndex(events).file.path, makeMortalWorker(1))
    const answers = await Promise.all([
      client.search(request('fuel -die')),
      client.counts(),
      client.readEvent('event-3'),
    ])
    expect(answers).toMatchObject([{ total: 6 }, { events: 6 }, { id: 'event-3' }])
    expect((await client.search(request('fuel'))).total).toBe(6)
  })

  it('gives up a call of which the worker dies twice, and answers others after it', async () => {
    const client = openClient(useIndex(events).file.path, makeMortalWorker(2))
    await expect(client.search(request('die'))).rejects.toMatchObject({ code: 'INDEX_UNUSABLE' })
    expect((await client.search(request('fuel'))).total).toBe(6)
  })

  it('refuses calls where the worker cannot be started', async () => {
    const client = openClient(useIndex(events).file.path, new URL('file:///nowhere/worker.js'))
    await expect(client.counts()).rejects.toMatchObject({ code: 'INDEX_UNUSABLE' })
  })

  it('refuses calls that wait when it is closed, and those made later', async () => {
    const client = openClient(useIndex(events).file.path)
    const pages = [0, 2].map((offset) => client.search(request('fuel', offset)))
    const waiting = [client.counts(), ...pages]
    const settled = Promise.allSettled(waiting)
    await client.close()
    const refused = { status: 'rejected', reason: { code: 'ARCHIVE_NOT_OPEN' } }
    expect(await settled).toMatchObject([refused, refused, refused])
    await expect(client.counts()).rejects.toMatchObject({ code: 'ARCHIVE_NOT_OPEN' })
    await client.close()
  })
})
