// @vitest-environment happy-dom
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import ShellVanished from '../../../src-renderer/components/shell/ShellVanished.vue'

/** Long enough for a busy machine. */
const SOON = { timeout: 10_000 }

enableAutoUnmount(afterEach)

async function openDialog() {
  const pages = { path: '/media/drive', known: 5000, gone: 4812 }
  const wrapper = mount(ShellVanished, { props: { pages, open: true }, attachTo: document.body })
  await vi.waitFor(() => {
    expect(dialogText()).not.toBe('')
  }, SOON)
  return wrapper
}

function dialogText(): string {
  return document.querySelector('[role="alertdialog"]')?.textContent ?? ''
}

async function press(label: string) {
  const button = await vi.waitFor(() => {
    const buttons = [...document.querySelectorAll('button')]
    const found = buttons.find(({ textContent }) => textContent.trim() === label)
    if (!found) throw new Error(`There is no button “${label}”.`)
    return found
  }, SOON)
  // Vue ignores a click in the very millisecond in which the button came to be.
  await new Promise((resolve) => setTimeout(resolve, 5))
  button.click()
  await nextTick()
}

describe('ShellVanished', () => {
  it('asks what became of the pages, and can try again', async () => {
    const wrapper = await openDialog()
    expect(dialogText()).toContain('4,812 of 5,000 pages are not there')
    expect(dialogText()).toContain('/media/drive')
    await press('Try again')
    expect(wrapper.emitted('retry')).toHaveLength(1)
    expect(wrapper.emitted('update:open')).toEqual([[false]])
  })

  it('lets pages go only after a second step', async () => {
    const wrapper = await openDialog()
    await press('They were deleted on purpose…')
    expect(wrapper.emitted('acceptLoss')).toBeUndefined()
    expect(dialogText()).toContain('Your notes on them and your collections stay whole')
    await press('Take them out of the library')
    expect(wrapper.emitted('acceptLoss')).toHaveLength(1)
  })

  it('leaves everything as it is', async () => {
    const wrapper = await openDialog()
    await press('Keep as it is')
    expect(wrapper.emitted('update:open')).toEqual([[false]])
    expect(wrapper.emitted('retry')).toBeUndefined()
    expect(wrapper.emitted('acceptLoss')).toBeUndefined()
  })
})
