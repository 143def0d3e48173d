import { describe, expect, it } from 'vitest'
import { EventDirectory } from '../../../../src-main/index/import/event-directory.ts'
import { SharedEventReader, shareEvents } from '../../../../src-main/index/import/shared-events.ts'

const KEYS = ['news/2012/03/4/a', 'news/2012/03/4/ü', 'A/b', 'a/b', 'C', 'news/2012/03/4/a']
const EVENTS = { keys: KEYS, numbers: [1, 2, 3, 4, 5, 6] }

describe('SharedEventReader', () => {
  it('knows row ids by bytes, and leaves ids that differ by case alone to others', () => {
    const reader = new SharedEventReader(structuredClone(shareEvents(EVENTS)))
    expect(KEYS.map((key) => reader.numberOf(key))).toEqual([6, 2, -1, -1, -1, 6])
    expect(reader.numberOf('news/2012/03/4/b')).toBe(-1)
    const path = Buffer.from('(/news/2012/03/4/ü.md)')
    expect(reader.numberAt(path, 2, path.length - '.md)'.length)).toBe(2)
  })

  it('finds ids by name, wherever they are', () => {
    const keys = ['a/x', 'b/c/x', 'x', 'xx', 'a/x/y', 'B/x']
    const shared = shareEvents({ keys, numbers: keys.map(() => 1) })
    const reader = new SharedEventReader(structuredClone(shared))
    const found = ['x', 'y', 'a', '', 'a/x'].map((name) => reader.listNamesakes(name))
    expect(found).toEqual([['a/x', 'b/c/x', 'x'], ['a/x/y'], [], [], []])
    expect(shared.others.keys).toEqual(['B/x'])
    expect(shared.folders).toEqual(['a', 'b/c', '', 'a/x', 'B'])
  })

  it('keeps no more ids of one name than are worth it', () => {
    const keys = Array.from({ length: 2000 }, (_, folder) => `${folder}/index`)
    const reader = new SharedEventReader(shareEvents({ keys, numbers: keys.map(() => 1) }))
    expect(reader.listNamesakes('index')).toHaveLength(201)
    expect(reader.numberOf('1999/index')).toBe(1)
  })

  it('finds events like a directory that nobody shares', () => {
    const alone = new EventDirectory('/archive')
    alone.add(EVENTS)
    const links = [
      '/A/b',
      '/a/b',
      '/c',
      '/C',
      'a',
      '../../x/C',
      '/zh/news/2012/03/4/ü',
      '/d',
      '/x/..',
      '',
    ]
    const from = 'news/2012/03/4/from'
    for (const link of [...links, ...KEYS.map((key) => `/${key}`)]) {
      const shared = new EventDirectory('/archive')
      shared.share(shareEvents(EVENTS))
      const [found, expected] = [shared.find(link, from), alone.find(link, from)]
      expect([found?.key, found?.number]).toEqual([expected?.key, expected?.number])
      expect(shared.keyOf(link, from)).toBe(alone.keyOf(link, from))
    }
  })

  it('gives way to what is added or removed later', () => {
    const directory = new EventDirectory('/archive')
    directory.share(shareEvents(EVENTS))
    const path = Buffer.from('news/2012/03/4/a')
    const place = { bytes: path, start: 0, end: path.length }
    expect(directory.numberAt(place)).toBe(6)
    directory.add({ keys: ['news/2012/03/4/a'], numbers: [9] })
    expect(directory.numberAt(place)).toBe(0)
    expect(directory.find('/news/2012/03/4/a', '')?.number).toBe(9)
    directory.remove(['news/2012/03/4/ü'])
    expect(directory.find('/news/2012/03/4/ü', '')).toBeNull()
    directory.add({ keys: ['news/2012/03/4/Ü'], numbers: [7] })
    expect(directory.find('/zh/news/2012/03/4/ü', '')?.key).toBe('news/2012/03/4/Ü')
    directory.add({ keys: ['other/2012/03/4/a'], numbers: [8] })
    const key = directory.find('/zh/2012/03/4/a', 'other/2012/03/4/b')?.key
    expect(key).toBe('other/2012/03/4/a')
  })
})
