// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { TooltipProvider } from 'reka-ui'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h, ref } from 'vue'
import type { Suggestion, Suggestions } from '../../../src-shared/search.ts'
import SearchField from '../../../src-renderer/components/search/SearchField.vue'

const JAPAN: Suggestion = {
  kind: 'entity',
  label: 'Japan',
  detail: null,
  text: 'entity:Japan',
  count: 7,
}
const ENTITY: Suggestion = {
  kind: 'field',
  label: 'entity:',
  detail: 'about someone or something',
  text: 'entity:',
  count: null,
}

/** Offers the field for what begins like it, and Japan as its value. */
function suggest(query: string, caretUtf16: number): Promise<Suggestions> {
  const typed = query.slice(0, caretUtf16)
  const items = typed.endsWith('entity:') ? [JAPAN] : 'entity:'.startsWith(typed) ? [ENTITY] : []
  return Promise.resolve({ startUtf16: 0, endUtf16: caretUtf16, items })
}

function mountField(given: { query?: string; pauseMs?: number } = {}) {
  const query = ref(given.query ?? '')
  const wrapper = mount(
    () =>
      h(TooltipProvider, () =>
        h(SearchField, {
          query: query.value,
          isSearching: false,
          pauseMs: given.pauseMs ?? 150,
          suggest,
        }),
      ),
    { attachTo: document.body },
  )
  const input = wrapper.get('input')
  input.element.focus()
  const press = async (key: string, rest: KeyboardEventInit = {}) => {
    await input.trigger('keydown', { key, ...rest })
    await flushPromises()
  }
  const settle = async () => {
    await vi.advanceTimersByTimeAsync(0)
    await flushPromises()
  }
  const type = async (text: string) => {
    await input.setValue(text)
    await settle()
  }
  const options = () => [...document.querySelectorAll('[role="option"]')]
  return {
    input,
    field: wrapper.getComponent(SearchField),
    query,
    press,
    type,
    settle,
    options,
    wrapper,
  }
}

describe('SearchField', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.innerHTML = ''
  })

  it('asks once when the typing pauses, and says which change was the first', async () => {
    const { type, field } = mountField()
    await type('fu')
    await type('fuel')
    await vi.advanceTimersByTimeAsync(200)
    await type('fuel aid')
    await vi.advanceTimersByTimeAsync(200)
    expect(field.emitted('ask')).toEqual([
      ['fuel', true],
      ['fuel aid', false],
    ])
  })

  it('asks while the typing goes on, at the pace of the answers', async () => {
    const { type, field } = mountField()
    for (const text of ['f', 'fu', 'fue', 'fuel']) {
      await type(text)
      await vi.advanceTimersByTimeAsync(120)
    }
    expect(field.emitted('ask')).toEqual([
      ['fu', true],
      ['fuel', false],
    ])
  })

  it('asks with every key where answers come at once', async () => {
    const { type, field } = mountField({ pauseMs: 0 })
    await type('fu')
    await type('fuel')
    expect(field.emitted('ask')).toEqual([
      ['fu', true],
      ['fuel', false],
    ])
  })

  it('asks nothing new for a blank at the end', async () => {
    const { type, field } = mountField({ query: 'fuel', pauseMs: 0 })
    await type('fuel ')
    expect(field.emitted('ask')).toBeUndefined()
  })

  it('asks at once when it is left by Enter', async () => {
    const { type, press, field } = mountField()
    await type('fuel')
    await press('Enter')
    expect(field.emitted('ask')).toEqual([['fuel', true]])
    expect(field.emitted('leave')).toHaveLength(1)
  })

  it('is cleared by Escape, and left by Escape when it is empty', async () => {
    const { input, press, field } = mountField({ query: 'fuel' })
    await press('Escape')
    expect(input.element.value).toBe('')
    await press('Escape')
    expect(field.emitted('leave')).toHaveLength(1)
  })

  it('leaves the keys to an input method that composes', async () => {
    const { press, field } = mountField({ query: '中' })
    await press('Enter', { isComposing: true })
    expect(field.emitted('leave')).toBeUndefined()
  })

  it('offers nothing while an input method composes', async () => {
    const { input, settle, options } = mountField()
    await input.trigger('compositionstart')
    input.element.value = 'en'
    await input.trigger('input')
    await settle()
    expect(options()).toHaveLength(0)
    await input.trigger('compositionend')
    await settle()
    expect(options()).toHaveLength(1)
  })

  it('shows suggestions as one types, none of them chosen', async () => {
    const { input, type, options } = mountField()
    await type('ent')
    expect(options().map((option) => option.getAttribute('aria-selected'))).toEqual(['false'])
    expect(input.attributes('aria-expanded')).toBe('true')
    expect(input.attributes('aria-activedescendant')).toBeUndefined()
  })

  it('takes the one that the arrow keys chose, and goes on with the value of a field', async () => {
    const { input, type, press, options } = mountField()
    await type('ent')
    await press('ArrowDown')
    expect(input.attributes('aria-activedescendant')).toBe(options()[0]!.id)
    await press('Tab')
    expect(input.element.value).toBe('entity:')
    expect(options().map((option) => option.textContent)).toEqual([
      expect.stringContaining('Japan'),
    ])
    await press('ArrowDown')
    await press('Enter')
    expect(input.element.value).toBe('entity:Japan ')
    expect(options()).toHaveLength(0)
  })

  it('takes the one that was clicked', async () => {
    const { input, type, options } = mountField()
    await type('entity:')
    options()[0]!.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await flushPromises()
    expect(input.element.value).toBe('entity:Japan ')
  })

  it('closes the suggestions by Escape before it clears', async () => {
    const { input, type, press, options } = mountField()
    await type('ent')
    await press('Escape')
    expect(options()).toHaveLength(0)
    expect(input.element.value).toBe('ent')
  })

  it('shows the fields of an empty query only when asked', async () => {
    const { input, press, options } = mountField()
    await input.trigger('focus')
    await flushPromises()
    expect(options()).toHaveLength(0)
    await press('ArrowDown')
    expect(options()).toHaveLength(1)
    await press('Escape')
    await press(' ', { ctrlKey: true })
    expect(options()).toHaveLength(1)
  })

  it('goes on to the results by the down arrow where nothing is suggested', async () => {
    const { press, field } = mountField({ query: 'fuel' })
    await press('ArrowDown')
    expect(field.emitted('leave')).toHaveLength(1)
  })

  it('underlines what could not be read as meant', async () => {
    const { type, wrapper } = mountField()
    await type('aid foo:bar')
    expect(wrapper.findAll('.warned').map((run) => run.text())).toEqual(['foo:'])
  })

  it('follows a query that was changed elsewhere', async () => {
    const { input, query } = mountField({ query: 'fuel' })
    query.value = 'fuel date:2008'
    await flushPromises()
    expect(input.element.value).toBe('fuel date:2008')
  })
})
