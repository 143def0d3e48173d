// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { TooltipProvider } from 'reka-ui'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import SearchField from '../../../src-renderer/components/search/SearchField.vue'

function mountField(query = '') {
  const wrapper = mount(() =>
    h(TooltipProvider, () => h(SearchField, { query, isSearching: false })),
  )
  return { input: wrapper.get('input'), field: wrapper.getComponent(SearchField) }
}

describe('SearchField', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('asks once when the typing pauses, and says which change was the first', async () => {
    const { input, field } = mountField()
    await input.setValue('fu')
    await input.setValue('fuel')
    await vi.advanceTimersByTimeAsync(200)
    await input.setValue('fuel aid')
    await vi.advanceTimersByTimeAsync(200)
    expect(field.emitted('ask')).toEqual([
      ['fuel', true],
      ['fuel aid', false],
    ])
  })

  it('is cleared by Escape, and left by Escape when it is empty', async () => {
    const { input, field } = mountField('fuel')
    await input.trigger('keydown', { key: 'Escape' })
    expect(input.element.value).toBe('')
    await input.trigger('keydown', { key: 'Escape' })
    expect(field.emitted('leave')).toHaveLength(1)
  })

  it('leaves the keys to an input method that composes', async () => {
    const { input, field } = mountField('中')
    await input.trigger('keydown', { key: 'Enter', isComposing: true })
    expect(field.emitted('leave')).toBeUndefined()
  })
})
