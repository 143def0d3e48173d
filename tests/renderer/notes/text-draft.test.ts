import { describe, expect, it } from 'vitest'
import { createTextDraft } from '../../../src-renderer/stores/text-draft.ts'

describe('createTextDraft', () => {
  it('saves what is written', async () => {
    const saved: string[] = []
    const draft = createTextDraft('', (text) => Promise.resolve(saved.push(text)))
    draft.write('Introduction')
    expect(await draft.flush()).toBe(true)
    expect(saved).toEqual(['Introduction'])
  })

  it('follows a change made elsewhere, unless newer words wait', async () => {
    const draft = createTextDraft('one', () => Promise.resolve())
    draft.follow('two')
    expect(draft.text.value).toBe('two')
    draft.write('three')
    draft.follow('four')
    expect(draft.text.value).toBe('three')
    await draft.flush()
  })
})
