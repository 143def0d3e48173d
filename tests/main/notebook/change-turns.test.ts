import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { ChangeTurns } from '../../../src-main/notebook/change-turns.ts'

describe('ChangeTurns', () => {
  it('carries out a change at once where no long one is under way', () => {
    const turns = new ChangeTurns()
    const done: number[] = []
    void turns.take(() => Promise.resolve(done.push(1)))
    expect(done).toEqual([1])
    expect(turns.free).toBeNull()
  })

  it('lets changes wait for a long one, in order, also where that fails', async () => {
    const turns = new ChangeTurns()
    const done: string[] = []
    const note = (what: string) => () => Promise.resolve(done.push(what))
    const long = turns.hold(async () => {
      await setTimeout(5)
      done.push('long')
      throw new Error('wrong')
    })
    const others = [
      turns.take(note('a')),
      turns.take(() =>
        turns.hold(async () => {
          await setTimeout(5)
          done.push('longer')
        }),
      ),
      turns.take(note('b')),
    ]
    await expect(long).rejects.toThrow('wrong')
    await Promise.all(others)
    expect(done).toEqual(['long', 'a', 'longer', 'b'])
    expect(turns.free).toBeNull()
  })

  it('hands on what a change gives', async () => {
    const turns = new ChangeTurns()
    const long = turns.hold(() => Promise.resolve(1))
    expect(await turns.take(() => Promise.resolve(2))).toBe(2)
    expect(await long).toBe(1)
  })
})
