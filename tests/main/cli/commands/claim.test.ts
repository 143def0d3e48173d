import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ACCORD, type Desk, PAGES, STRIKE, createDesk } from '../run-annals.ts'

/** Each run is a process of its own, and a test may need a dozen. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let desk: Desk

beforeAll(async () => {
  desk = await createDesk(PAGES)
})

afterAll(() => desk.remove())

const NAME = 'Wages led to the strike'

async function annotate(event: string): Promise<string> {
  const made = await desk.json('annotate', desk.archive, event, '--note', 'n')
  return (made as { id: string }).id
}

describe('annals claim', () => {
  it('makes, fills, exports and deletes a claim', async () => {
    const claim = (what: string, ...args: string[]) =>
      desk.json('claim', what, desk.archive, ...args)
    const [accord, strike] = [await annotate(ACCORD), await annotate(STRIKE)]
    expect(await claim('create', NAME)).toMatchObject({ name: NAME, evidence: [] })
    await claim('add', NAME, accord, strike, '--stance', 'unclear')
    await claim('stance', NAME, strike, 'supports')
    await claim('remark', NAME, strike, 'One *witness*')
    expect(await claim('verdict', NAME, 'Likely.')).toMatchObject({ verdict: 'Likely.' })
    const shown = await claim('show', NAME.toUpperCase())
    expect(shown).toMatchObject({
      evidence: [
        { annotationId: accord, stance: 'unclear', outlets: ['The Courier'] },
        { annotationId: strike, stance: 'supports', remark: 'One *witness*', quote: '' },
      ],
    })
    const { stdout } = await desk.annals('claim', 'show', desk.archive, NAME)
    expect(stdout).toContain('1 supports, 0 contradicts, 1 unclear')
    expect(stdout).toContain('One *witness*')

    const out = join(desk.folder, 'wages.csv')
    const write = ['--format', 'csv', '--out', out]
    expect(await claim('export', NAME, ...write)).toEqual({ files: [out], entries: 2 })
    const first = await readFile(out, 'utf8')
    expect(first.split('\r\n')[1]).toMatch(`1931-05-04,supports,,The Courier,`)
    const refused = { error: { code: 'EXPORT_EXISTS' } }
    expect(await claim('export', NAME, ...write)).toMatchObject(refused)
    await claim('export', NAME, ...write, '--replace')
    expect(await readFile(out, 'utf8')).toBe(first)

    expect(await claim('remove', NAME, accord)).toMatchObject({
      evidence: [{ remark: 'One *witness*' }],
    })
    await claim('delete', NAME)
    expect(await claim('list')).toEqual([])
  })

  it('says what is not there', async () => {
    await desk.annals('claim', 'create', desk.archive, 'Empty')
    const error = async (...args: string[]) => {
      const answer = (await desk.json('claim', ...args)) as { error: { code: string } }
      return answer.error.code
    }
    expect(await error('show', desk.archive, 'nothing')).toBe('CLAIM_NOT_FOUND')
    expect(await error('add', desk.archive, 'Empty', 'x')).toBe('ANNOTATION_NOT_FOUND')
    expect(await error('remove', desk.archive, 'Empty', 'x')).toBe('EVIDENCE_NOT_FOUND')
    expect(await error('stance', desk.archive, 'Empty', 'x', 'maybe')).toBe('ARGUMENT_INVALID')
  })

  it('does not write into the archive', async () => {
    const inside = join(desk.archive, 'claim.md')
    const args = ['claim', 'export', desk.archive, 'Empty', '--out', inside]
    expect(await desk.json(...args)).toMatchObject({ error: { code: 'EXPORT_TARGET_INVALID' } })
    await expect(writeFile(inside, '', { flag: 'wx' })).resolves.toBeUndefined()
  })
})
