import type { TestEvent } from './make-index.ts'

/** Id of an event with all that a page can say. */
export const TREATY = 'news/2008/06/6/ministers-sign'
/** Id of an event that only a day page lists. */
export const STORM = 'news/2008/06/7/storm'

/** Events of every kind of page, tied to one another. */
export const LINKED_EVENTS: TestEvent[] = [
  {
    key: TREATY,
    date: '2008-06-06',
    title: 'Ministers sign a river treaty',
    topic: 'Water sharing',
    summary: 'First paragraph.\n\nSecond paragraph.',
    entities: ['Zambia', 'Angola'],
    dayPath: 'news/2008/06/6/index.md',
    sources: [
      { name: 'Radio One', url: 'http://radio.example/b', image: 'http://radio.example/b.jpg' },
      { name: 'Paper only' },
    ],
    relations: [
      { key: STORM, entities: ['Angola', 'Zambia'] },
      { key: 'news/2017/09/15/gone', title: 'A page that is gone', entities: ['Zambia'] },
      { key: 'elsewhere/undated', title: 'Undated' },
    ],
    revisions: [
      {
        key: STORM,
        title: 'An earlier wording',
        time: '2008-06-06 02:41:10',
        label: 'First version',
      },
      { key: 'news/2008/06/5/gone', title: 'A lost wording' },
    ],
  },
  {
    key: STORM,
    date: '2008-06-07',
    title: 'Storm closes the ports',
    isListedOnly: true,
    dayPath: 'news/2008/06/7/index.md',
  },
  {
    key: 'news/2009/1/1/echo',
    date: '2009-01-01',
    title: 'Echo',
    relations: [
      { key: STORM, entities: ['Angola'] },
      { key: STORM, entities: ['Ports', 'Angola'] },
    ],
  },
  {
    key: 'notes/Café',
    date: null,
    title: 'Café',
    body: '# Café\n\n*text*',
    tags: ['food', 'a, b'],
  },
]
