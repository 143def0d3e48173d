import { describe, expect, it } from 'vitest'
import { LINKED_EVENTS, STORM, TREATY } from './linked-events.ts'
import type { TestEvent } from './make-index.ts'
import { useIndex } from './use-index.ts'

describe('readEvent', () => {
  it('gives all a page of the site says', () => {
    const { query } = useIndex(LINKED_EVENTS)
    expect(query.readEvent(TREATY)).toEqual({
      id: TREATY,
      date: '2008-06-06',
      title: 'Ministers sign a river treaty',
      topic: 'Water sharing',
      summary: 'First paragraph.\n\nSecond paragraph.',
      body: null,
      path: `${TREATY}.md`,
      pageHash: null,
      textVersion: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      dayPath: 'news/2008/06/6/index.md',
      sources: [
        { name: 'Radio One', url: 'http://radio.example/b', image: 'http://radio.example/b.jpg' },
        { name: 'Paper only', url: null, image: null },
      ],
      relations: [
        {
          id: STORM,
          title: 'Storm closes the ports',
          date: '2008-06-07',
          entities: ['Angola', 'Zambia'],
          resolved: true,
        },
        {
          id: 'news/2017/09/15/gone',
          title: 'A page that is gone',
          date: '2017-09-15',
          entities: ['Zambia'],
          resolved: false,
        },
        { id: 'elsewhere/undated', title: 'Undated', date: null, entities: [], resolved: false },
      ],
      backlinks: [],
      revisions: [
        {
          id: STORM,
          title: 'An earlier wording',
          time: '2008-06-06 02:41:10',
          label: 'First version',
          resolved: true,
        },
        {
          id: 'news/2008/06/5/gone',
          title: 'A lost wording',
          time: null,
          label: null,
          resolved: false,
        },
      ],
      entities: ['Angola', 'Zambia'],
      pageTags: [],
    })
  })

  it('gives an event that only a day page lists, with its backlinks, newest first and each once', () => {
    const { query } = useIndex(LINKED_EVENTS)
    expect(query.readEvent(STORM)).toMatchObject({
      path: null,
      dayPath: 'news/2008/06/7/index.md',
      topic: null,
      summary: '',
      sources: [],
      backlinks: [
        {
          id: 'news/2009/1/1/echo',
          title: 'Echo',
          date: '2009-01-01',
          entities: ['Angola', 'Ports'],
        },
        { id: TREATY, entities: ['Angola', 'Zambia'], resolved: true },
      ],
    })
  })

  it('gives the same while an import runs', () => {
    const finished = useIndex(LINKED_EVENTS).query
    const { query } = useIndex(LINKED_EVENTS, { isImporting: true })
    for (const { key } of LINKED_EVENTS) {
      expect(query.readEvent(key)).toEqual(finished.readEvent(key))
    }
  })

  it('gives the body and the tags of a page that is not in the format of the site', () => {
    const { query } = useIndex(LINKED_EVENTS)
    expect(query.readEvent('notes/Café')).toMatchObject({
      date: null,
      body: '# Café\n\n*text*',
      pageTags: ['food', 'a, b'],
      dayPath: null,
    })
  })

  it.each(['notes/Café.md', '/notes/Café', 'NOTES/CAFÉ.MD', 'notes/Cafe\u0301'])(
    'takes %j for the same id',
    (id) => {
      const { query } = useIndex(LINKED_EVENTS)
      expect(query.readEvent(id).id).toBe('notes/Café')
    },
  )

  it.each(['', '/', 'Café', 'notes/', 'nowhere', 'x/notes/Café', '../notes/Café', '\0'])(
    'refuses %j with EVENT_NOT_FOUND',
    (id) => {
      const { query } = useIndex(LINKED_EVENTS)
      expect(() => query.readEvent(id)).toThrow(
        expect.objectContaining({ code: 'EVENT_NOT_FOUND', details: { id } }),
      )
    },
  )

  it('gives the hash of its own page', () => {
    const { query, file } = useIndex(LINKED_EVENTS)
    const set = file.database.prepare('UPDATE page SET hash = ? WHERE path = ?')
    set.run(new Uint8Array([0, 171, 16]), `${TREATY}.md`)
    expect(query.readEvent(TREATY).pageHash).toBe('00ab10')
    expect(query.readEvent(STORM).pageHash).toBeNull()
  })

  it('gives another version of the text when any of its words are others', () => {
    const event = {
      ...{ key: 'a', date: null, title: 'Title', topic: 'Topic', summary: 'Summary.' },
      sources: [{ name: 'Radio' }],
      relations: [{ key: 'gone', title: 'Related' }],
      revisions: [{ key: 'gone', title: 'Earlier' }],
    }
    const versionOf = (change: Partial<TestEvent>) =>
      useIndex([{ ...event, ...change }]).query.readEvent('a').textVersion
    const versions = [
      versionOf({}),
      versionOf({ title: 'Titles' }),
      versionOf({ topic: 'Topics' }),
      versionOf({ summary: 'Summaries.' }),
      versionOf({ body: 'Summary.' }),
      versionOf({ sources: [{ name: 'Radios' }] }),
      versionOf({ relations: [{ key: 'gone', title: 'Others' }] }),
      versionOf({ revisions: [{ key: 'gone', title: 'Later' }] }),
    ]
    expect(new Set(versions).size).toBe(versions.length)
    expect(versionOf({ entities: ['Japan'], tags: ['x'], date: '2008' })).toBe(versions[0])
  })

  it('gives up to a thousand backlinks', () => {
    const links = Array.from({ length: 1010 }, (_, number) => ({
      key: `link-${number}`,
      date: '2010-01-01',
      title: `Link ${number}`,
      relations: [{ key: 'target' }],
    }))
    const { query } = useIndex([{ key: 'target', date: '2001', title: 'Target' }, ...links])
    const { backlinks } = query.readEvent('target')
    expect(backlinks).toHaveLength(1000)
    expect(backlinks[0]!.id).toBe('link-1009')
  })

  it('knows only the date of a related event whose page was not read yet', () => {
    const { query, file } = useIndex([
      { key: 'first', date: '2010-01-01', title: 'First', relations: [{ key: 'second' }] },
      { key: 'second', date: '2011-02-03', title: 'Second' },
    ])
    file.database.prepare('DELETE FROM event WHERE key = ?').run('second')
    expect(query.readEvent('first').relations).toEqual([
      { id: '', title: '', date: '2011-02-03', entities: [], resolved: false },
    ])
  })
})
