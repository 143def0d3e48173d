import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashFolder } from '../../archive/temporary-archive.ts'
import { dumpIndex } from './dump-index.ts'
import { placeIndex, query, runImport } from './run-import.ts'

const ARCHIVES = process.env['ANNALS_REAL_ARCHIVES']

// The counts were made with find, grep and sort over the same files, apart from this program.
const EXPECTED = [
  [
    'en',
    {
      files: 46,
      events: 105,
      days: 13,
      sources: 46,
      relations: 290,
      relationsResolved: 47,
      revisions: 13,
    },
  ],
  [
    'zh-sample',
    {
      files: 334,
      events: 236,
      days: 49,
      sources: 281,
      relations: 2012,
      relationsResolved: 89,
      revisions: 0,
    },
  ],
] as const

describe.skipIf(ARCHIVES === undefined)('importArchive on real archives', () => {
  it.each(EXPECTED)('finds in %s what is there, and leaves it as it is', async (name, counts) => {
    const root = join(ARCHIVES!, name)
    const before = hashFolder(root)
    const indexPath = placeIndex()
    expect(await runImport(root, indexPath)).toMatchObject({ ...counts, problems: [] })
    expect(hashFolder(root)).toBe(before)
    expect(await runImport(root, indexPath)).toMatchObject({ unchanged: counts.files, added: 0 })
  })

  it('joins the day page to the event of the mission', async () => {
    const indexPath = placeIndex()
    await runImport(join(ARCHIVES!, 'en'), indexPath)
    const key =
      'news/2008/06/6/japan-and-north-korea-resume-bilateral-talks-last-held-in-september-2007'
    const event = dumpIndex(indexPath).events.find((candidate) => candidate.key === key)
    expect(event).toMatchObject({
      date: '2008-06-06',
      topic: 'Japan',
      dayPage: 'news/2008/06/6/index.md',
      entities: ['Japan', 'North Korea', 'resume bilateral talks'],
    })
    expect(event?.relations).toHaveLength(10)
    expect(event?.relations.every((line) => line.startsWith('→ '))).toBe(true)
  })

  it('keeps entities and markup of headlines as plain text', async () => {
    const indexPath = placeIndex()
    await runImport(join(ARCHIVES!, 'en'), indexPath)
    const encoded = query(indexPath, "SELECT key FROM event WHERE title || summary LIKE '%&#%;%'")
    expect(encoded).toEqual([])
  })
})
