import { createBirpc, type BirpcReturn } from 'birpc'
import { type EncodedError, decodeError, encodeError } from './errors.ts'

/** How a side sends and hears plain messages: a MessagePort, a worker, an IPC channel. */
export interface Channel {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
}

/** Any object of functions. */
type Functions = object

type Reply = { ok: true; value: unknown } | { ok: false; error: EncodedError }

/** Calls of the other side: every function of `Remote`, promised. */
export type RemoteCalls<Remote extends Functions> = {
  [Name in keyof Remote]: Remote[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never
}

/**
 * Join two sides by a channel.
 *
 * Only the own functions of `local` can be called, whatever name the other side sends. A thrown
 * `AnnalsError` keeps its code and details on the way. There is no time limit: what takes long
 * reports progress and can be cancelled by a call of its own.
 *
 * @param local - The functions this side answers to.
 */
export function connect<Remote extends Functions>(
  channel: Channel,
  local: Functions,
): RemoteCalls<Remote> {
  const allowed = Object.assign(Object.create(null) as object, wrapAll(local)) as Record<
    string,
    (...args: unknown[]) => Promise<Reply>
  >
  const rpc: BirpcReturn<Record<string, (...args: unknown[]) => Promise<Reply>>> = createBirpc(
    allowed,
    {
      post: (message) => {
        channel.post(message)
      },
      on: (listener) => {
        channel.onMessage(listener)
      },
      resolver: (name) => allowed[name],
      timeout: -1,
    },
  )
  return new Proxy(Object.create(null) as RemoteCalls<Remote>, {
    get: (_target, name) => {
      // A proxy that answers to `then` would be taken for a promise.
      if (typeof name !== 'string' || name === 'then') return undefined
      return async (...args: unknown[]) => unwrap(await rpc.$call(name, ...args))
    },
  })
}

function wrapAll(local: Functions) {
  return Object.fromEntries(
    Object.entries(local).map(([name, call]) => [
      name,
      async (...args: unknown[]): Promise<Reply> => {
        try {
          const value: unknown = await (call as (...args: unknown[]) => unknown)(...args)
          return { ok: true, value }
        } catch (error) {
          return { ok: false, error: encodeError(error) }
        }
      },
    ]),
  )
}

function unwrap(reply: Reply): unknown {
  if (reply.ok) return reply.value
  throw decodeError(reply.error)
}
