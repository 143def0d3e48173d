// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { TooltipProvider } from 'reka-ui'
import { afterEach, describe, expect, it } from 'vitest'
import { h } from 'vue'
import TagDialog from '../../../src-renderer/components/notes/TagDialog.vue'

const TAGS = [
  { tag: 'aid', count: 3, colour: 'blue' as const },
  { tag: 'aid/fuel', count: 2, colour: null },
  { tag: 'help', count: 4, colour: null },
]

async function mountDialog(tag: string) {
  const wrapper = mount(() => h(TooltipProvider, () => h(TagDialog, { tag, tags: TAGS })), {
    attachTo: document.body,
  })
  await flushPromises()
  const dialog = wrapper.getComponent(TagDialog)
  const input = document.querySelector<HTMLInputElement>('[role="dialog"] input')!
  const type = async (text: string) => {
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
  }
  const submit = async () => {
    document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
  }
  return {
    dialog,
    type,
    submit,
    said: () => document.querySelector('[role="dialog"]')!.textContent,
  }
}

describe('TagDialog', () => {
  afterEach(() => (document.body.innerHTML = ''))

  it('says what renaming does, and to how many notes', async () => {
    const { dialog, type, submit, said } = await mountDialog('aid')
    await type('relief')
    expect(said()).toContain('Renames it on 3 notes.')
    expect(said()).toContain('1 tag below it moves along.')
    await submit()
    expect(dialog.emitted('save')).toEqual([[{ name: 'relief', colour: 'blue' }]])
  })

  it('says that two tags become one before they do', async () => {
    const { type, said } = await mountDialog('aid')
    await type('help')
    expect(said()).toContain('“help” is there already, on 4 notes')
    expect(said()).toContain('Make them one')
  })

  it('refuses to put a tag below itself', async () => {
    const { dialog, type, submit, said } = await mountDialog('aid')
    await type('aid/all')
    expect(said()).toContain('A tag cannot go below itself.')
    await submit()
    expect(dialog.emitted('save')).toBeUndefined()
  })
})
