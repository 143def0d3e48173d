import { describe, expect, it } from 'vitest'
import { coalesce } from '../../../src-renderer/stores/coalesce.ts'

describe('coalesce', () => {
  it('runs once more for all that ask while it runs', async () => {
    let source = 0
    const read: number[] = []
    const refresh = coalesce(async () => {
      const seen = source
      await Promise.resolve()
      read.push(seen)
    })
    const first = refresh()
    source = 1
    const second = refresh()
    source = 2
    const third = refresh()
    await Promise.all([first, second, third])
    expect(read).toEqual([0, 2])
  })

  it('runs again after a failure', async () => {
    let runs = 0
    const refresh = coalesce(() => {
      runs += 1
      return runs === 1 ? Promise.reject(new Error('once')) : Promise.resolve()
    })
    const first = refresh()
    const second = refresh()
    await expect(first).rejects.toThrow('once')
    await second
    expect(runs).toBe(2)
  })
})
