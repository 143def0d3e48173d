import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { settleAll } from '../../../src-main/notebook/settle-all.ts'

describe('settleAll', () => {
  it('waits for the last, also where the first fails, and throws that failure', async () => {
    const done: string[] = []
    const slow = setTimeout(20).then(() => void done.push('slow'))
    await expect(settleAll([Promise.reject(new Error('first')), slow])).rejects.toThrow('first')
    expect(done).toEqual(['slow'])
  })

  it('settles where all do, and where there is nothing to wait for', async () => {
    await expect(settleAll([Promise.resolve()])).resolves.toBeUndefined()
    await expect(settleAll([])).resolves.toBeUndefined()
  })
})
