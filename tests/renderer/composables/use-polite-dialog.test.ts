// @vitest-environment happy-dom
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, nextTick, ref } from 'vue'
import { usePoliteDialog } from '../../../src-renderer/composables/use-polite-dialog.ts'

/** Long enough for a busy machine. */
const SOON = { timeout: 10_000 }

enableAutoUnmount(afterEach)
afterEach(() => {
  document.body.innerHTML = ''
})

function mountDue() {
  const isDue = ref(false)
  const state = { isOpen: ref(false) }
  const User = defineComponent({
    setup() {
      state.isOpen = usePoliteDialog(() => isDue.value)
      return () => null
    },
  })
  mount(User)
  return { isDue, isOpen: state.isOpen }
}

function addToBody(html: string): HTMLElement {
  const holder = document.createElement('div')
  holder.innerHTML = html
  document.body.append(holder)
  return holder
}

describe('usePoliteDialog', () => {
  it('opens when it is due, and closes when it is not any more', async () => {
    const { isDue, isOpen } = mountDue()
    isDue.value = true
    await nextTick()
    expect(isOpen.value).toBe(true)
    isDue.value = false
    await nextTick()
    expect(isOpen.value).toBe(false)
  })

  it('waits until another dialog is closed', async () => {
    const { isDue, isOpen } = mountDue()
    const other = addToBody('<div role="dialog"><button></button></div>')
    other.querySelector('button')?.focus()
    isDue.value = true
    await nextTick()
    expect(isOpen.value).toBe(false)
    other.remove()
    await vi.waitFor(() => {
      expect(isOpen.value).toBe(true)
    }, SOON)
  })

  it('does not tear anybody out of a text', async () => {
    const { isDue, isOpen } = mountDue()
    const field = addToBody('<textarea>Half a sen</textarea>').querySelector('textarea')
    field?.focus()
    isDue.value = true
    await nextTick()
    expect(isOpen.value).toBe(false)
    field?.blur()
    await vi.waitFor(() => {
      expect(isOpen.value).toBe(true)
    }, SOON)
  })

  it('stays closed once it was closed by hand', async () => {
    const { isDue, isOpen } = mountDue()
    isDue.value = true
    await nextTick()
    isOpen.value = false
    addToBody('<p></p>').remove()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(isOpen.value).toBe(false)
  })
})
