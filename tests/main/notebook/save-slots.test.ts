import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { SaveSlots } from '../../../src-main/notebook/save-slots.ts'

describe('SaveSlots', () => {
  it('runs two at a time, in the order in which they ask, also where one fails', async () => {
    const slots = new SaveSlots()
    const begun: number[] = []
    let running = 0
    let most = 0
    const runs = [0, 1, 2, 3, 4, 5].map((number) =>
      slots.run(async () => {
        begun.push(number)
        most = Math.max(most, ++running)
        await setImmediate()
        running -= 1
        if (number === 1) throw new Error('wrong')
      }),
    )
    const results = await Promise.allSettled(runs)
    expect(begun).toEqual([0, 1, 2, 3, 4, 5])
    expect(most).toBe(2)
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    await slots.run(() => Promise.resolve())
  })
})
