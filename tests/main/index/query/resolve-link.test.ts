import { describe, expect, it } from 'vitest'
import { LINKED_EVENTS, STORM, TREATY } from './linked-events.ts'
import { useIndex } from './use-index.ts'

describe('resolveLink', () => {
  it.each([
    ['/news/2008/06/7/storm.md', STORM],
    ['/zh/news/2008/06/7/storm.md', STORM],
    ['/news/2008/06/7/STORM.md#top', STORM],
    ['../7/storm.md?x=1', STORM],
    ['storm-%E2%80%93-missing.md', null],
    ['/notes/Caf%C3%A9.md', 'notes/Café'],
    ['/notes/Cafe%CC%81', 'notes/Café'],
    ['/news/2008/06/8/storm.md', null],
    ['', null],
    ['#top', null],
    ['%', null],
    ['..', null],
  ])('leads %j to the event %j', (href, id) => {
    const { query } = useIndex(LINKED_EVENTS)
    const target = query.resolveLink(TREATY, href)
    expect(target).toEqual(
      id === null
        ? { kind: 'missing', reason: expect.any(String) as string }
        : { kind: 'event', id },
    )
  })

  it.each([
    ['/news/2008/06/6/index.md', '2008-06-06'],
    ['/zh/news/2008/06/6/README.md', '2008-06-06'],
    ['../7/index.md', '2008-06-07'],
    ['/news/2008/06/7/', '2008-06-07'],
  ])('leads %j to the day %s', (href, date) => {
    const { query } = useIndex(LINKED_EVENTS)
    expect(query.resolveLink(TREATY, href)).toEqual({ kind: 'day', date })
  })

  it('leads to no day without events', () => {
    const { query } = useIndex(LINKED_EVENTS)
    expect(query.resolveLink(TREATY, '/news/2008/06/5/index.md')).toMatchObject({ kind: 'missing' })
  })

  it.each([
    ['http://radio.example/a b', 'http://radio.example/a%20b'],
    ['HTTPS://Radio.example', 'https://radio.example/'],
    ['//radio.example/x', 'https://radio.example/x'],
    ['mailto:desk@radio.example', 'mailto:desk@radio.example'],
  ])('leads %j to the web', (href, url) => {
    const { query } = useIndex(LINKED_EVENTS)
    expect(query.resolveLink(TREATY, href)).toEqual({ kind: 'web', url })
  })

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'smb://host',
    'http://',
  ])('leads %j nowhere', (href) => {
    const { query } = useIndex(LINKED_EVENTS)
    expect(query.resolveLink(TREATY, href)).toMatchObject({ kind: 'missing' })
  })
})
