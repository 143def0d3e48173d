import { describe, expect, it, vi } from 'vitest'
import { useToasts } from '../../../src-renderer/composables/use-toasts.ts'

describe('useToasts', () => {
  it('shows at most three at once, the newest last', () => {
    const { toasts, addToast } = useToasts()
    for (const title of ['one', 'two', 'three', 'four']) addToast({ title })
    expect(toasts.value.map(({ title }) => title)).toEqual(['two', 'three', 'four'])
  })

  it('leaves more time where there is something to do', () => {
    const { toasts, addToast } = useToasts()
    addToast({ title: 'Deleted', action: { label: 'Undo', run: vi.fn() } })
    addToast({ title: 'Saved' })
    const [deleted, saved] = toasts.value.slice(-2)
    expect(deleted?.durationMs).toBeGreaterThan(saved?.durationMs ?? Infinity)
  })

  it('takes one away', () => {
    const { toasts, addToast, dismissToast } = useToasts()
    const id = addToast({ title: 'gone' })
    dismissToast(id)
    expect(toasts.value.some((toast) => toast.id === id)).toBe(false)
  })
})
