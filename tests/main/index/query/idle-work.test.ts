import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { IdleWork } from '../../../../src-main/index/query/idle-work.ts'

const IDLE_MS = 100

describe('IdleWork', () => {
  it('works to the end once it is quiet, and again when it was disturbed', async () => {
    let left = 5
    const work = new IdleWork(() => --left > 0, IDLE_MS)
    work.postpone()
    expect(left).toBe(5)
    await setTimeout(400)
    expect(left).toBe(0)
    left = 2
    work.postpone()
    await setTimeout(400)
    expect(left).toBe(0)
  })

  it('does nothing while something else happens again and again', async () => {
    let steps = 0
    const work = new IdleWork(() => ++steps < 5, IDLE_MS)
    for (let disturbance = 0; disturbance < 8; disturbance++) {
      work.postpone()
      await setTimeout(20)
    }
    expect(steps).toBe(0)
  })

  it('lets others in between its slices', async () => {
    let slices = 0
    const work = new IdleWork(() => {
      const endMs = performance.now() + 20
      while (performance.now() < endMs);
      return ++slices < 50
    }, IDLE_MS)
    work.postpone()
    await setTimeout(300)
    expect(slices).toBeGreaterThan(0)
    expect(slices).toBeLessThan(50)
  })
})
