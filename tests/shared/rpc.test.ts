import { describe, expect, it } from 'vitest'
import { AnnalsError } from '#shared/errors.ts'
import { type Channel, connect } from '#shared/rpc.ts'

function joinedChannels(): [Channel, Channel] {
  const { port1, port2 } = new MessageChannel()
  const asChannel = (port: MessagePort): Channel => ({
    post: (message) => {
      port.postMessage(message)
    },
    onMessage: (listener) => {
      port.addEventListener('message', (event) => {
        listener(event.data)
      })
      port.start()
    },
  })
  return [asChannel(port1), asChannel(port2)]
}

describe('connect', () => {
  const service = {
    add: (a: number, b: number) => a + b,
    refuse: () => {
      throw new AnnalsError('EVENT_NOT_FOUND', 'No such event.', { details: { id: 'a/b' } })
    },
  }

  function connectService() {
    const [near, far] = joinedChannels()
    connect<object>(far, service)
    return connect<typeof service & { toString(): string; missing(): void }>(near, {})
  }

  it('answers a call of the other side', async () => {
    expect(await connectService().add(2, 3)).toBe(5)
  })

  it('keeps code and details of a refusal', async () => {
    await expect(connectService().refuse()).rejects.toMatchObject({
      code: 'EVENT_NOT_FOUND',
      details: { id: 'a/b' },
    })
  })

  it('answers only to the functions it was given', async () => {
    const remote = connectService()
    await expect(remote.missing()).rejects.toThrow('missing')
    await expect(remote.toString()).rejects.toThrow('toString')
  })
})
