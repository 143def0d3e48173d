import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Desk, PAGES, STRIKE, createDesk } from '../run-annals.ts'

/** Each run is a process of its own, and a test may need a dozen. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let desk: Desk

beforeAll(async () => {
  desk = await createDesk(PAGES)
  await desk.json('annotate', desk.archive, STRIKE, '--note', '码头', '--tag', 'labour')
})

afterAll(() => desk.remove())

describe('annals annotations export and import', () => {
  it('takes annotations into another notebook, once', async () => {
    const out = join(desk.folder, 'out.jsonld')
    const args = ['annotations', 'export', desk.archive, '--format', 'web-annotation', '--out', out]
    expect(await desk.json(...args)).toEqual({ files: [out], entries: 1 })
    expect(await desk.json(...args)).toMatchObject({ error: { code: 'EXPORT_EXISTS' } })
    expect(await readFile(out, 'utf8')).toContain('"AnnotationCollection"')
    const other = ['--notebook', join(desk.folder, 'other')]
    const again = ['annotations', 'import', desk.archive, out, ...other]
    expect(await desk.json(...again)).toMatchObject({ format: 'web-annotation', added: 1, same: 0 })
    expect(await desk.json(...again)).toMatchObject({ added: 0, same: 1 })
    const listed = await desk.json('annotations', desk.archive)
    expect(await desk.json('annotations', desk.archive, ...other)).toEqual(listed)
  })

  it('says what was refused and why', async () => {
    const path = join(desk.folder, 'hypothesis.json')
    const row = { id: 'x', uri: 'https://elsewhere.example/', text: 'Elsewhere', target: [] }
    await writeFile(path, JSON.stringify({ rows: [row] }))
    const { stdout } = await desk.annals('annotations', 'import', desk.archive, path)
    expect(stdout).toContain('refused  Elsewhere: No event of the archive cites it')
    expect(stdout).toContain('1 annotation read: 0 added')
    await writeFile(path, 'no JSON')
    const answer = await desk.json('annotations', 'import', desk.archive, path)
    expect(answer).toMatchObject({ error: { code: 'EXCHANGE_UNREADABLE' } })
  })
})

describe('annals notebook merge', () => {
  it('takes in what another notebook holds', async () => {
    const third = ['--notebook', join(desk.folder, 'third')]
    const from = join(desk.folder, 'home', 'notebooks', 'archive')
    const answer = await desk.json('notebook', 'merge', desk.archive, from, ...third)
    expect(answer).toMatchObject({ format: 'notebook', total: 1, added: 1, refused: [] })
    const none = await desk.json('notebook', 'merge', desk.archive, desk.archive, ...third)
    expect(none).toMatchObject({ error: { code: 'EXCHANGE_UNREADABLE' } })
  })
})
