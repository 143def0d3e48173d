// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { TooltipProvider } from 'reka-ui'
import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import WelcomeRecent from '../../../src-renderer/components/welcome/WelcomeRecent.vue'

const ARCHIVES = [
  {
    path: '/a/coast',
    name: 'coast',
    openedAt: new Date().toISOString(),
    events: 12,
    present: true,
  },
  {
    path: '/b/hills',
    name: 'hills',
    openedAt: '2020-01-01T00:00:00Z',
    events: null,
    present: false,
  },
]

function mountRecent() {
  const wrapper = mount(() => h(TooltipProvider, () => h(WelcomeRecent, { archives: ARCHIVES })))
  return wrapper.getComponent(WelcomeRecent)
}

describe('WelcomeRecent', () => {
  it('says how large an archive is, or that its folder is not there', () => {
    const [coast, hills] = mountRecent().findAll('li')
    expect(coast?.text()).toContain('12 events')
    expect(hills?.text()).toContain('Folder is not there')
  })

  it('opens and forgets', async () => {
    const recent = mountRecent()
    const [open, forget] = recent.findAll('li')[0]!.findAll('button')
    await open!.trigger('click')
    await forget!.trigger('click')
    expect(recent.emitted('open')).toEqual([['/a/coast']])
    expect(recent.emitted('forget')).toEqual([[ARCHIVES[0]]])
  })

  it('opens the notebook alone, or asks where the archive is, where its folder is not there', async () => {
    const recent = mountRecent()
    const [coast, hills] = recent.findAll('li')
    const [, alone, locate] = hills!.findAll('button')
    await alone!.trigger('click')
    await locate!.trigger('click')
    expect(recent.emitted('openAlone')).toEqual([['/b/hills']])
    expect(recent.emitted('locate')).toEqual([['/b/hills']])
    expect(coast!.text()).not.toContain('alone')
  })
})
