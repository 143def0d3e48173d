// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import LibraryFacets from '../../../src-renderer/components/library/LibraryFacets.vue'
import type { AnswerShape } from '../../../src-shared/search.ts'

const SHAPE: AnswerShape = {
  query: 'fuel',
  events: 40,
  histogram: { unit: 'year', bars: [], imprecise: 0, undated: 40 },
  facets: {
    entities: Array.from({ length: 12 }, (_, place) => ({
      name: `Name ${place}`,
      count: 40 - place,
    })),
    sources: [{ name: 'bbc.co.uk', count: 7 }],
    topics: [],
    tags: [],
  },
}

function mountFacets(query: string, shape: AnswerShape | null = SHAPE) {
  const wrapper = mount(LibraryFacets, { props: { query, shape } })
  const button = (name: string) =>
    wrapper.findAll('button').find((one) => one.text().startsWith(name))!
  return { wrapper, button }
}

describe('LibraryFacets', () => {
  it('includes by a click and leaves out by Shift and a click', async () => {
    const { wrapper, button } = mountFacets('fuel')
    await button('Name 0').trigger('click')
    await button('bbc.co.uk').trigger('click', { shiftKey: true })
    expect(wrapper.emitted('toggle')).toEqual([
      ['entity', 'Name 0', 'include'],
      ['source', 'bbc.co.uk', 'exclude'],
    ])
  })

  it('leaves out by the button beside a name', async () => {
    const { wrapper } = mountFacets('fuel')
    await wrapper.get('[aria-label="Leave out: Name 1"]').trigger('click')
    expect(wrapper.emitted('toggle')).toEqual([['entity', 'Name 1', 'exclude']])
  })

  it('marks what is asked for, and takes what is left out back by a click', async () => {
    const { wrapper, button } = mountFacets('entity:"Name 3" -entity:Burma')
    expect(button('Name 3').attributes('aria-pressed')).toBe('true')
    await button('Burma').trigger('click')
    expect(wrapper.emitted('toggle')).toEqual([['entity', 'Burma', 'exclude']])
  })

  it('shows the first names, more when asked, and the way to all', async () => {
    const { wrapper, button } = mountFacets('fuel')
    expect(wrapper.findAll('[aria-label="Entities"] li')).toHaveLength(8)
    await button('4 more').trigger('click')
    expect(wrapper.findAll('[aria-label="Entities"] li')).toHaveLength(12)
    await button('All sources').trigger('click')
    expect(wrapper.emitted('showAll')).toEqual([['source']])
  })

  it('says why there are no names while an import runs', () => {
    const { wrapper } = mountFacets('', { ...SHAPE, facets: null })
    expect(wrapper.text()).toContain('once the import has ended')
  })
})
