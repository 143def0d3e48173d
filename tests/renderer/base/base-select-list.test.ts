// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { h, nextTick } from 'vue'
import BaseSelectList from '../../../src-renderer/components/base/BaseSelectList.vue'

async function mountList(selected: string[] = []) {
  const wrapper = mount(BaseSelectList, {
    props: {
      total: 1000,
      idOf: (index: number) => `id-${index}`,
      selected: new Set(selected),
      label: 'Things',
      rowHeight: 40,
    },
    slots: { default: ({ index }: { index: number }) => h('p', `Thing ${index}`) },
    attachTo: document.body,
  })
  await nextTick()
  await nextTick()
  const list = wrapper.get('[role="listbox"]')
  const press = (key: string, rest: KeyboardEventInit = {}) =>
    list.trigger('keydown', { key, ...rest })
  return { wrapper, list, press }
}

describe('BaseSelectList', () => {
  it('points with the arrow keys and extends with Shift', async () => {
    const { wrapper, press } = await mountList()
    await press('ArrowDown')
    await press('ArrowDown', { shiftKey: true })
    await press('End')
    expect(wrapper.emitted('point')).toEqual([[1], [999]])
    expect(wrapper.emitted('extend')).toEqual([[2]])
  })

  it('toggles, opens, deletes and lets go of rows by keys', async () => {
    const { wrapper, press } = await mountList()
    for (const key of [' ', 'Enter', 'Delete', 'Escape']) await press(key)
    await press('a', { ctrlKey: true })
    expect(wrapper.emitted('toggle')).toEqual([[0, 'id-0']])
    expect(wrapper.emitted('open')).toEqual([[0]])
    for (const name of ['delete', 'escape', 'selectAll']) {
      expect(wrapper.emitted(name)).toHaveLength(1)
    }
  })

  it('leaves other keys to the window', async () => {
    const { wrapper, press } = await mountList()
    await press('ArrowLeft', { altKey: true })
    await press('z', { ctrlKey: true })
    await press('n')
    expect(
      Object.keys(wrapper.emitted()).filter((name) => name !== 'range' && name !== 'keydown'),
    ).toEqual([])
  })
})
