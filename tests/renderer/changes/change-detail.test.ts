// @vitest-environment happy-dom
import type { EventChange, EventText } from '#shared/changes.ts'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import ChangeDetail from '../../../src-renderer/components/changes/ChangeDetail.vue'

const BEFORE: EventText = {
  date: '2008-06-06',
  title: 'Talks fail in Oslo',
  topic: 'Diplomacy',
  summary: 'Both sides left.',
  sources: ['https://example.org/a'],
}
const CHANGED: EventChange = {
  kind: 'changed',
  id: 'news/talks',
  formerId: null,
  date: '2008-06-06',
  title: 'Talks resume in Oslo',
  before: BEFORE,
  after: { ...BEFORE, title: 'Talks resume in Oslo', sources: ['https://example.org/b'] },
  isAnnotated: false,
}

function mountDetail(change: EventChange) {
  return mount(ChangeDetail, { props: { change } })
}

describe('ChangeDetail', () => {
  it('marks what was taken out and what came', () => {
    const detail = mountDetail(CHANGED)
    expect(detail.get('h2').html()).toMatch(/Talks <del[^>]*>fail<\/del><ins[^>]*>resume<\/ins> in/)
    expect(detail.findAll('li').map((item) => item.text())).toEqual([
      'https://example.org/a',
      'https://example.org/b',
    ])
    expect(detail.text()).not.toContain('Diplomacy')
  })

  it('shows the day where that alone changed', () => {
    const after = { ...BEFORE, date: '2008-06-07' }
    const dated = mountDetail({ ...CHANGED, title: BEFORE.title, date: after.date, after })
    expect(dated.findAll('h3').map((heading) => heading.text())).toContain('Date')
    expect(dated.findAll('h3').map((heading) => heading.text())).not.toContain('Topic')
    expect(dated.text()).not.toContain('Something else on its page changed')
    expect(mountDetail(CHANGED).text()).not.toContain('Date')
  })

  it('keeps the text of a removed event readable, which cannot be opened', () => {
    const removed = mountDetail({ ...CHANGED, kind: 'removed', title: BEFORE.title, after: null })
    expect(removed.text()).toContain('Both sides left.')
    expect(removed.find('button').exists()).toBe(false)
  })

  it('shows both places of an event that was moved', () => {
    const moved = mountDetail({ ...CHANGED, kind: 'moved', formerId: 'old/talks', after: BEFORE })
    expect(moved.findAll('dd').map((place) => place.text())).toEqual(['old/talks', 'news/talks'])
    expect(moved.text()).toContain('The same report, on another page.')
  })

  it('opens the event in the library', async () => {
    const detail = mountDetail(CHANGED)
    // Vue ignores a click in the very millisecond in which the button came to be.
    await new Promise((resolve) => setTimeout(resolve, 5))
    await detail.get('button').trigger('click')
    expect(detail.emitted('read')).toHaveLength(1)
  })
})
