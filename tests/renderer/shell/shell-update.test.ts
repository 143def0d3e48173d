// @vitest-environment happy-dom
import type { ChangeCounts } from '#shared/changes.ts'
import { mount } from '@vue/test-utils'
import { TooltipProvider } from 'reka-ui'
import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import ShellUpdate from '../../../src-renderer/components/shell/ShellUpdate.vue'

const COUNTS: ChangeCounts = { added: 3, changed: 1200, removed: 1, moved: 0 }
const VANISHED = { path: '/archive', known: 5000, gone: 4812 }

function mountUpdate(props: Partial<InstanceType<typeof ShellUpdate>['$props']>) {
  const all = { vanished: null, newsPages: 0, outcome: null, ...props }
  const wrapper = mount(() => h(TooltipProvider, () => h(ShellUpdate, all)))
  return wrapper.getComponent(ShellUpdate)
}

describe('ShellUpdate', () => {
  it('says what an update did', async () => {
    const update = mountUpdate({ outcome: COUNTS })
    expect(update.text()).toContain('3 events added, 1,200 changed, 1 removed')
    await update.get('.act').trigger('click')
    expect(update.emitted('see')).toHaveLength(1)
  })

  it('offers to take in pages that changed', async () => {
    const update = mountUpdate({ newsPages: 12, outcome: COUNTS })
    expect(update.text()).toContain('12 pages changed on disk')
    await update.get('.act').trigger('click')
    await update.get('.dismiss').trigger('click')
    expect(update.emitted('takeIn')).toHaveLength(1)
    expect(update.emitted('dismissPages')).toHaveLength(1)
  })

  it('says first that pages are gone', async () => {
    const update = mountUpdate({ vanished: VANISHED, newsPages: 12 })
    expect(update.text()).toContain('4,812 of 5,000 pages are not there')
    await update.get('.act').trigger('click')
    expect(update.emitted('decide')).toHaveLength(1)
  })

  it('is empty where nothing happened', () => {
    expect(mountUpdate({}).text()).toBe('')
  })
})
