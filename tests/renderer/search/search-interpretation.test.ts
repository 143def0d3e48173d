// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import SearchInterpretation from '../../../src-renderer/components/search/SearchInterpretation.vue'

const PARTS = [
  { text: 'text has “aid”', startUtf16: 0, endUtf16: 3, warning: null },
  { text: 'text has “<b>x:y</b>”', startUtf16: 4, endUtf16: 7, warning: 'There is no field “x”.' },
]

describe('SearchInterpretation', () => {
  it('hands back the part whose button was pressed', async () => {
    const wrapper = mount(SearchInterpretation, { props: { parts: PARTS, sentence: '' } })
    await wrapper.findAll('button')[1]!.trigger('click')
    expect(wrapper.emitted('remove')).toEqual([[PARTS[1]]])
  })

  it('says the warnings and shows the query as text', () => {
    const wrapper = mount(SearchInterpretation, { props: { parts: PARTS, sentence: '' } })
    expect(wrapper.find('[role="status"]').text()).toBe('There is no field “x”.')
    expect(wrapper.find('b').exists()).toBe(false)
  })
})
