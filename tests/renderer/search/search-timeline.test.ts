// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { TooltipProvider } from 'reka-ui'
import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import SearchTimeline from '../../../src-renderer/components/search/SearchTimeline.vue'
import type { AnswerShape, Histogram } from '../../../src-shared/search.ts'

const MONTHS = [3, 0, 5].map((count, place) => ({ date: `2008-0${place + 1}`, count }))

function mountTimeline(histogram: Partial<Histogram> | null, isNarrowed = false) {
  const shape: AnswerShape | null = histogram && {
    query: '',
    events: 8,
    histogram: { unit: 'month', bars: [], imprecise: 0, undated: 0, ...histogram },
    facets: null,
  }
  const wrapper = mount(() =>
    h(TooltipProvider, () => h(SearchTimeline, { shape, isNarrowed, isImporting: false })),
  )
  return { wrapper, timeline: wrapper.getComponent(SearchTimeline) }
}

describe('SearchTimeline', () => {
  it('tells the whole time to those who do not see the bars', () => {
    const { wrapper } = mountTimeline({ bars: MONTHS })
    const slider = wrapper.get('[role="slider"]')
    expect(slider.attributes('aria-valuetext')).toBe('January 2008 – March 2008 · 8 events')
    expect(slider.attributes('aria-valuemax')).toBe('2')
  })

  it('asks for a range by keys alone', async () => {
    const { wrapper, timeline } = mountTimeline({ bars: MONTHS })
    const slider = wrapper.get('[role="slider"]')
    await slider.trigger('keydown', { key: 'End' })
    await slider.trigger('keydown', { key: 'ArrowLeft', shiftKey: true })
    expect(slider.attributes('aria-valuetext')).toBe('February 2008 – March 2008 · 5 events')
    await slider.trigger('keydown', { key: 'Enter' })
    expect(timeline.emitted('ask')).toEqual([['2008-02', '2008-03']])
  })

  it('leads back to the whole time only where one was asked for', async () => {
    const free = mountTimeline({ bars: MONTHS })
    await free.wrapper.get('[role="slider"]').trigger('keydown', { key: 'Escape' })
    expect(free.timeline.emitted('whole')).toBeUndefined()
    const narrowed = mountTimeline({ bars: MONTHS }, true)
    await narrowed.wrapper.get('[role="slider"]').trigger('dblclick')
    await narrowed.wrapper.get('button[aria-label="Whole time"]').trigger('click')
    expect(narrowed.timeline.emitted('whole')).toHaveLength(2)
  })

  it('says in words what has nothing to compare', () => {
    expect(mountTimeline({ bars: MONTHS.slice(0, 1) }).wrapper.text()).toBe(
      'January 2008 · 3 events',
    )
    expect(mountTimeline({ undated: 8 }).wrapper.text()).toBe('None of the 8 has a date')
    expect(mountTimeline(null).wrapper.text()).toBe('')
  })

  it('leads to the events without a date that stand in no bar', async () => {
    const { wrapper, timeline } = mountTimeline({ bars: MONTHS, undated: 12 })
    await wrapper.get('button.undated').trigger('click')
    expect(wrapper.get('button.undated').text()).toBe('12 undated')
    expect(timeline.emitted('undated')).toHaveLength(1)
  })
})
