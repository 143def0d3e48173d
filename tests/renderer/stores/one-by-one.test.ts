import { describe, expect, it } from 'vitest'
import { createOneByOne } from '../../../src-renderer/stores/one-by-one.ts'

/** A queue whose work ends when it is told to. */
function queueByHand() {
  const begun: string[] = []
  let end = () => {}
  const queue = createOneByOne((id) => {
    begun.push(id)
    return new Promise((resolve) => (end = resolve))
  })
  const finish = async () => {
    end()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { queue, begun, finish }
}

describe('createOneByOne', () => {
  it('works on one thing at a time', async () => {
    const { queue, begun, finish } = queueByHand()
    queue.add(['a', 'b'])
    expect(begun).toEqual(['a'])
    await finish()
    expect(begun).toEqual(['a', 'b'])
  })

  it('takes up first what was asked for last, and nothing twice', async () => {
    const { queue, begun, finish } = queueByHand()
    queue.add(['a', 'b', 'c'])
    queue.add(['c'])
    for (let step = 0; step < 4; step += 1) await finish()
    expect(begun).toEqual(['a', 'c', 'b'])
  })

  it('leaves out what waits when it is cleared, and works again afterwards', async () => {
    const { queue, begun, finish } = queueByHand()
    queue.add(['a', 'b'])
    queue.clear()
    await finish()
    expect(begun).toEqual(['a'])
    queue.add(['c'])
    expect(begun).toEqual(['a', 'c'])
  })
})
