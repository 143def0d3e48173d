// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import BaseEditableTitle from '../../../src-renderer/components/base/BaseEditableTitle.vue'

function mountEditing(name: string) {
  return mount(BaseEditableTitle, {
    props: { name, label: 'Name', editing: true },
    attachTo: document.body,
  })
}

describe('BaseEditableTitle', () => {
  it('is renamed by Enter', async () => {
    const wrapper = mountEditing('Old')
    await wrapper.get('input').setValue('  New  ')
    await wrapper.get('input').trigger('keydown', { key: 'Enter' })
    expect(wrapper.emitted('rename')).toEqual([['New']])
    expect(wrapper.emitted('update:editing')).toEqual([[false]])
  })

  it('is not renamed by the Enter that ends an input method’s composition', async () => {
    const wrapper = mountEditing('Old')
    await wrapper.get('input').setValue('六方')
    await wrapper.get('input').trigger('keydown', { key: 'Enter', isComposing: true })
    expect(wrapper.emitted('rename')).toBeUndefined()
    expect(wrapper.emitted('update:editing')).toBeUndefined()
  })

  it('keeps its name on Escape and for an empty text', async () => {
    const escaped = mountEditing('Old')
    await escaped.get('input').setValue('New')
    await escaped.get('input').trigger('keydown', { key: 'Escape' })
    expect(escaped.emitted('rename')).toBeUndefined()
    const emptied = mountEditing('Old')
    await emptied.get('input').setValue('   ')
    await emptied.get('input').trigger('blur')
    expect(emptied.emitted('rename')).toBeUndefined()
  })
})
