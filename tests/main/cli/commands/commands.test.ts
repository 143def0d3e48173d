import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ACCORD, type Desk, ESCAPING, PAGES, STRIKE, createDesk } from '../run-annals.ts'

/** Each run is a process of its own, and a test may need a dozen. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let desk: Desk

beforeAll(async () => {
  desk = await createDesk(PAGES)
})

afterAll(() => desk.remove())

describe('annals search', () => {
  it('imports an archive that never was, and answers', async () => {
    expect(await desk.json('search', desk.archive, 'winter', 'wage')).toEqual({
      query: 'winter wage',
      sort: 'date',
      interpreted: expect.any(String) as string,
      total: 1,
      events: 1,
      hits: [
        {
          id: STRIKE,
          date: '1931-05-04',
          title: 'Dockers strike at Port Vell',
          topic: 'Port Vell',
          snippet: expect.stringContaining('winter wage') as string,
          copies: [],
        },
      ],
      durationMs: expect.any(Number) as number,
    })
  })

  it('does not look for changes', async () => {
    const { stderr } = await desk.annals('search', desk.archive, 'strike')
    expect(stderr).toBe('')
  })

  it('pages and sorts', async () => {
    const ids = async (...args: string[]) => {
      const { hits } = (await desk.json('search', desk.archive, 'strike', ...args)) as {
        hits: { id: string }[]
      }
      return hits.map(({ id }) => id)
    }
    expect(await ids()).toEqual([ACCORD, STRIKE])
    expect(await ids('--sort', 'date-ascending')).toEqual([STRIKE, ACCORD])
    expect(await ids('--limit', '1', '--offset', '1')).toEqual([STRIKE])
  })

  it('counts over time and by name', async () => {
    const { histogram, facets } = (await desk.json(
      ...['search', desk.archive, 'strike', '--shape'],
    )) as { histogram: unknown; facets: unknown }
    expect(histogram).toEqual({
      unit: 'day',
      bars: [4, 5, 6, 7, 8, 9].map((day) => ({
        date: `1931-05-0${day}`,
        count: day === 4 || day === 9 ? 1 : 0,
      })),
      imprecise: 0,
      undated: 0,
    })
    expect(facets).toMatchObject({
      entities: expect.arrayContaining([{ name: 'Port Vell', count: 1 }]) as unknown,
      sources: [{ name: 'courier.example', count: 2 }],
    })
    const { stdout } = await desk.annals('search', desk.archive, 'strike', '--shape')
    expect(stdout).toMatch(/By day\n1931-05-04 {2}▇+ 1\n1931-05-09 {2}▇+ 1\n/)
    expect(stdout).toMatch(/Sources\ncourier\.example {2}2\n/)
  })

  it('prints for people', async () => {
    const { stdout } = await desk.annals('search', desk.archive, 'strike')
    expect(stdout).toContain(`1931-05-04  Dockers strike at Port Vell\n            ${STRIKE}\n`)
    expect(stdout).toMatch(/1–2 of 2 events · .* ms · .*strike.*\n$/)
    expect((await desk.annals('search', desk.archive, 'nothing')).stdout).toMatch(/^No event found/)
  })

  it('prints no control characters of the archive', async () => {
    const { stdout } = await desk.annals('search', desk.archive, 'Bell')
    expect(stdout).toContain('Bell rings out ereht')
    expect(stdout).not.toMatch(/[\u001B\u0007\u202E]/)
  })
})

describe('annals import', () => {
  it('reports', async () => {
    const report = await desk.json('import', desk.archive)
    expect(report).toMatchObject({
      archive: desk.archive,
      files: 3,
      events: 3,
      days: 2,
      sources: 2,
      relations: 1,
      relationsResolved: 1,
      added: 0,
      unchanged: 3,
      problems: [],
    })
    const { code, stdout } = await desk.annals('import', desk.archive)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^3 events on 2 days\npages +3\n/)
  })
})

describe('annals show', () => {
  it('gives the event with its annotations', async () => {
    expect(await desk.json('show', desk.archive, `./${STRIKE}.md`)).toMatchObject({
      id: STRIKE,
      date: '1931-05-04',
      sources: [
        {
          name: 'The Courier',
          url: 'https://courier.example/strike',
          image: 'https://courier.example/strike.jpg',
        },
      ],
      relations: [
        {
          id: ACCORD,
          title: 'Accord ends strike at Port Vell',
          date: '1931-05-09',
          entities: ['Port Vell', 'Dockers’ Union'],
          resolved: true,
        },
      ],
      backlinks: [],
      revisions: [],
      annotations: [],
    })
  })

  it('prints for people', async () => {
    const { stdout } = await desk.annals('show', desk.archive, STRIKE)
    expect(stdout).toContain('Dockers strike at Port Vell\n1931-05-04 · Port Vell\n')
    expect(stdout).toContain('Sources\nThe Courier  https://courier.example/strike\n')
    expect(stdout).toContain('(Port Vell, Dockers’ Union)')
    expect((await desk.annals('show', desk.archive, ESCAPING)).stdout).not.toMatch(
      /[\u001B\u0007\u202E]/,
    )
  })

  it('knows when there is no such event', async () => {
    const { code, stdout } = await desk.annals('show', desk.archive, 'news/none', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'EVENT_NOT_FOUND' } })
  })
})

describe('annals annotate and annals annotations', () => {
  it('keeps a note', async () => {
    const made = await desk.json(
      ...['annotate', desk.archive, STRIKE, '--note', '- Check the *hour*', '--tag', 'to check'],
      ...['--tag', 'labour'],
    )
    expect(made).toMatchObject({
      event: { id: STRIKE, title: 'Dockers strike at Port Vell' },
      note: '- Check the *hour*',
      tags: ['to check', 'labour'],
    })
    expect(await desk.json('annotations', desk.archive)).toEqual([made])
    expect(await desk.json('annotations', desk.archive, STRIKE)).toEqual([made])
    expect(await desk.json('annotations', desk.archive, ACCORD)).toEqual([])
    const { stdout } = await desk.annals('annotations', desk.archive)
    expect(stdout).toContain('- Check the *hour*\n\n1 annotation\n')
    expect(stdout).toContain('#to check')
  })

  it('highlights words that stand once in the event', async () => {
    const quote = ['--quote', 'the  winter wage', '--colour', 'green']
    const made = await desk.json('annotate', desk.archive, STRIKE, ...quote)
    expect(made).toMatchObject({
      note: '',
      colour: 'green',
      state: 'open',
      selector: {
        exact: 'the winter wage',
        prefix: expect.stringMatching(/noon when $/) as string,
      },
    })
    const filters = ['--colour', 'green', '--state', 'open']
    expect(await desk.json('annotations', desk.archive, ...filters)).toEqual([made])
    expect(await desk.json('annotations', desk.archive, '--colour', 'pink')).toEqual([])
    expect(await desk.json('annotations', desk.archive, '--tag', 'LABOUR')).toHaveLength(1)
    const { stdout } = await desk.annals('annotations', desk.archive, '--colour', 'green')
    expect(stdout).toContain('“the winter wage”  green\n')
    for (const query of ['colour:green noon', '"the winter wage" has:highlight']) {
      expect(await desk.json('annotations', desk.archive, query)).toEqual([made])
    }
    expect(await desk.json('annotations', desk.archive, 'is:checked')).toEqual([])
    expect(await desk.json('annotations', desk.archive, '--orphans')).toEqual([])
    const page = join(desk.archive, `${STRIKE}.md`)
    const before = await readFile(page, 'utf8')
    await writeFile(page, before.replace('the winter wage', 'all pay'))
    await desk.annals('import', desk.archive)
    const lost = ['annotations', desk.archive, '--orphans'] as const
    expect(await desk.json(...lost)).toEqual([made])
    expect(await desk.json(...lost, STRIKE)).toEqual([made])
    expect(await desk.json(...lost, ACCORD)).toEqual([])
    await writeFile(page, before)
    await desk.annals('import', desk.archive)
  })

  it.each([
    ['was accepted', '“was accepted” stands 0 times in this event.'],
    ['winter wag', '“winter wag” stands 0 times in this event.'],
    ['at', '“at” stands 3 times in this event.'],
    [' ', '“” stands 0 times in this event.'],
  ])('refuses to highlight “%s”, which is not clear', async (quote, message) => {
    const run = await desk.annals('annotate', desk.archive, STRIKE, '--quote', quote, '--json')
    expect(run.code).toBe(1)
    expect(JSON.parse(run.stdout)).toEqual({ error: { code: 'QUOTE_NOT_UNIQUE', message } })
  })

  it('refuses what is empty', async () => {
    const { code, stdout } = await desk.annals('annotate', desk.archive, STRIKE, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'ANNOTATION_EMPTY' } })
  })
})

describe('annals tag', () => {
  it('lists, renames and colours tags', async () => {
    const run = (what: string, ...args: string[]) => desk.json('tag', what, desk.archive, ...args)
    const [labour, check] = ['labour', 'to check'].map((tag) => ({ tag, count: 1, colour: null }))
    expect(await run('list')).toEqual([labour, check])
    expect(await run('rename', 'Labour', 'work/labour')).toEqual({ changed: 1 })
    const green = { tag: 'work/labour', count: 1, colour: 'green' }
    expect(await run('colour', 'work/labour', 'green')).toEqual([check, green])
    expect((await desk.annals('tag', 'list', desk.archive)).stdout).toBe(
      '#to check     1\n#work/labour  1  green\n',
    )
    expect(await run('rename', 'work', '/')).toMatchObject({ error: { code: 'TAG_NAME_INVALID' } })
    expect(await run('colour', 'work', 'red')).toMatchObject({
      error: { code: 'ARGUMENT_INVALID' },
    })
    expect(await run('colour', 'work/labour', 'none')).toContainEqual({ ...green, colour: null })
  })
})

describe('annals trash', () => {
  it('keeps what was deleted until it is restored or deleted for good', async () => {
    const run = (what: string, ...args: string[]) => desk.json('trash', what, desk.archive, ...args)
    expect(await run('list')).toEqual([])
    const { id } = (await desk.json('collection', 'create', desk.archive, 'Spare')) as {
      id: string
    }
    await desk.json('collection', 'delete', desk.archive, 'Spare')
    const item = { kind: 'collection', id, title: 'Spare', event: null, size: 0 }
    expect(await run('list')).toMatchObject([item])
    const { stdout } = await desk.annals('trash', 'list', desk.archive)
    expect(stdout).toMatch(/^\d{4}-\d\d-\d\d {2}collection {2}Spare {2}[0-9a-f-]+\n$/)
    expect(await run('restore', id.slice(0, 8))).toMatchObject([item])
    await desk.json('collection', 'delete', desk.archive, 'Spare')
    expect(await run('restore', 'none')).toMatchObject({ error: { code: 'ARGUMENT_INVALID' } })
    expect(await run('empty')).toMatchObject([item])
    expect(await run('list')).toEqual([])
  })
})

describe('annals saved-search', () => {
  it('keeps a question and tells what is new since', async () => {
    const run = (what: string, ...args: string[]) =>
      desk.json('saved-search', what, desk.archive, ...args)
    expect(await run('create', 'Strikes', 'strike')).toMatchObject({
      name: 'Strikes',
      query: 'strike',
      seen: { total: 2 },
    })
    expect(await run('list')).toMatchObject([{ name: 'Strikes' }])
    expect(await run('news', 'Strikes')).toMatchObject({ total: 2, events: { added: [] } })
    const page = join(desk.archive, 'news/1931/05/10/new-strike.md')
    await mkdir(join(desk.archive, 'news/1931/05/10'), { recursive: true })
    await writeFile(page, '# New strike\n')
    await desk.json('import', desk.archive)
    expect(await run('news', 'Strikes')).toMatchObject({
      total: 3,
      events: { added: [{ title: 'New strike' }] },
    })
    const { stdout } = await desk.annals('saved-search', 'news', desk.archive, 'Strikes')
    expect(stdout).toContain('New strike')
    expect(stdout).toMatch(/1 new, 0 gone, 0 changed/)
    const changes = await desk.json('changes', desk.archive)
    expect(changes).toMatchObject({ counts: { added: 1 }, changes: [{ title: 'New strike' }] })
    await run('seen', 'Strikes')
    expect(await run('news', 'Strikes')).toMatchObject({ events: { added: [] } })
    await run('delete', 'Strikes')
    expect(await run('list')).toEqual([])
    await rm(page)
    await desk.json('import', desk.archive)
  })

  it('knows when there is no such search', async () => {
    const { code, stdout } = await desk.annals(
      ...['saved-search', 'news', desk.archive, 'None', '--json'],
    )
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'SAVED_SEARCH_NOT_FOUND' } })
  })
})

describe('annals collection', () => {
  it('makes, fills, changes and deletes a collection', async () => {
    const run = (what: string, ...args: string[]) =>
      desk.json('collection', what, desk.archive, ...args)
    const events = async (what: string, ...args: string[]) => {
      const { entries } = (await run(what, ...args)) as {
        entries: { event: { id: string }; remark: string }[]
      }
      return entries.map(({ event, remark }) => [event.id, remark])
    }

    expect(await run('create', 'Strikes')).toMatchObject({ name: 'Strikes', entries: [] })
    expect(await events('add', 'Strikes', STRIKE, `${ACCORD}.md`, STRIKE)).toEqual([
      [STRIKE, ''],
      [ACCORD, ''],
    ])
    expect(await events('remark', 'Strikes', ACCORD, 'The *end*')).toEqual([
      [STRIKE, ''],
      [ACCORD, 'The *end*'],
    ])
    expect(await events('remove', 'Strikes', STRIKE)).toEqual([[ACCORD, 'The *end*']])
    expect(await run('introduction', 'Strikes', 'Why?')).toMatchObject({ introduction: 'Why?' })
    expect(await run('rename', 'Strikes', 'Ends')).toMatchObject({ name: 'Ends' })
    expect(await run('list')).toMatchObject([{ name: 'Ends', entryCount: 1 }])

    const { stdout } = await desk.annals('collection', 'show', desk.archive, 'Ends')
    expect(stdout).toMatch(/^Ends {2}1 event\n[0-9a-f-]+\n\nWhy\?\n\n1931-05-09 {2}Accord ends/)
    expect(stdout).toContain('            The *end*\n')
    await run('delete', 'Ends')
    expect(await run('list')).toEqual([])
    expect((await desk.annals('collection', 'list', desk.archive)).stdout).toBe('No collections\n')
  })

  it('says what is not there', async () => {
    const codeOf = async (...args: string[]) => {
      const { error } = (await desk.json('collection', ...args)) as { error: { code: string } }
      return error.code
    }
    expect(await codeOf('show', desk.archive, 'None')).toBe('COLLECTION_NOT_FOUND')
    expect(await codeOf('create', desk.archive, ' ')).toBe('COLLECTION_NAME_INVALID')
    await desk.json('collection', 'create', desk.archive, 'Empty')
    expect(await codeOf('remove', desk.archive, 'Empty', STRIKE)).toBe('ENTRY_NOT_FOUND')
    expect(await codeOf('add', desk.archive, 'Empty', 'news/none')).toBe('EVENT_NOT_FOUND')
  })
})

describe('annals export', () => {
  beforeAll(async () => {
    await desk.annals('collection', 'create', desk.archive, 'Harbour')
    await desk.annals('collection', 'add', desk.archive, 'Harbour', ACCORD, STRIKE)
  })

  it('writes a file, once', async () => {
    const out = join(desk.folder, 'harbour.md')
    const args = ['export', desk.archive, 'Harbour', '--format', 'markdown', '--out', 'harbour.md']
    expect(await desk.json(...args)).toEqual({ files: [out], entries: 2 })
    const text = await readFile(out, 'utf8')
    expect(text).toMatch(/## Accord ends[^]*## Dockers strike/)
    expect(text).toContain('[Accord ends strike at Port Vell](#event-1) – Port Vell')

    expect(await desk.json(...args)).toMatchObject({ error: { code: 'EXPORT_EXISTS' } })
    await desk.annals(...args, '--order', 'date', '--replace')
    expect(await readFile(out, 'utf8')).toMatch(/## Dockers strike[^]*## Accord ends/)
  })

  it('writes a folder', async () => {
    await mkdir(join(desk.folder, 'vault'))
    const { code, stdout } = await desk.annals(
      ...['export', desk.archive, 'harbour', '--layout', 'folder', '--out', 'vault/harbour'],
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(/2 events exported\n$/)
    expect((await readdir(join(desk.folder, 'vault', 'harbour'))).toSorted()).toEqual([
      '1931-05-04 Dockers strike at Port Vell.md',
      '1931-05-09 Accord ends strike at Port Vell.md',
      'index.md',
    ])
  })

  it('does not write into the archive', async () => {
    const out = join(desk.archive, 'harbour.md')
    expect(await desk.json('export', desk.archive, 'Harbour', '--out', out)).toMatchObject({
      error: { code: 'EXPORT_TARGET_INVALID' },
    })
  })

  it('wants to know where to', async () => {
    const { code } = await desk.annals('export', desk.archive, 'Harbour')
    expect(code).toBe(2)
  })
})
