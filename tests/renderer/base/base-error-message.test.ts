// @vitest-environment happy-dom
import { AnnalsError } from '#shared/errors.ts'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import BaseErrorMessage from '../../../src-renderer/components/base/BaseErrorMessage.vue'

describe('BaseErrorMessage', () => {
  it('shows the code of a failure', () => {
    const error = new AnnalsError('EXPORT_FAILED', 'The disk is full.')
    const wrapper = mount(BaseErrorMessage, { props: { error } })
    expect(wrapper.attributes('role')).toBe('alert')
    expect(wrapper.text()).toContain('The disk is full.')
    expect(wrapper.get('code').text()).toBe('EXPORT_FAILED')
  })

  it('offers the details of a bug without showing them', () => {
    const wrapper = mount(BaseErrorMessage, { props: { error: new Error('secret stack') } })
    expect(wrapper.text()).not.toContain('secret stack')
    expect(wrapper.get('button').text()).toBe('Copy details')
  })
})
