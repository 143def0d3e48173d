import { describe, expect, it } from 'vitest'
import { SaveQueue } from '../../../src-main/notebook/save-queue.ts'

/** A queue whose saves end when the test says so. */
function make() {
  const saves: { resolve: () => void; reject: (error: Error) => void }[] = []
  const queue = new SaveQueue(() => {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>()
    saves.push({ resolve: () => resolve(undefined), reject })
    return promise
  })
  return { queue, saves }
}

/** Let everything run that can. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('SaveQueue', () => {
  it('starts at once, lets one wait, and joins all later callers to it', async () => {
    const { queue, saves } = make()
    const first = queue.request()
    const second = queue.request()
    expect(queue.request()).toBe(second)
    await settle()
    expect(saves).toHaveLength(1)
    saves[0]?.resolve()
    await first
    await settle()
    expect(saves).toHaveLength(2)
    const third = queue.request()
    expect(third).not.toBe(second)
    saves[1]?.resolve()
    await second
    await settle()
    saves[2]?.resolve()
    await third
    expect(saves).toHaveLength(3)
  })

  it('settles the first caller however many come after it', async () => {
    const { queue, saves } = make()
    const first = queue.request()
    let done = 0
    for (let index = 0; index < 50; index++) void queue.request().then(() => (done += 1))
    saves[0]?.resolve()
    await expect(first).resolves.toBeUndefined()
    await settle()
    expect([saves.length, done]).toEqual([2, 0])
    saves[1]?.resolve()
    await settle()
    expect(done).toBe(50)
  })

  it('fails only those whose change was in the save that failed', async () => {
    const { queue, saves } = make()
    const first = queue.request()
    const second = queue.request()
    saves[0]?.reject(new Error('full'))
    await expect(first).rejects.toThrow('full')
    await settle()
    saves[1]?.resolve()
    await expect(second).resolves.toBeUndefined()

    const third = queue.request()
    const fourth = queue.request()
    saves[2]?.resolve()
    await expect(third).resolves.toBeUndefined()
    await settle()
    saves[3]?.reject(new Error('full'))
    await expect(fourth).rejects.toThrow('full')
  })
})
