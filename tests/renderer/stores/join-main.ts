import type { MainApi, PreloadBridge, RendererApi } from '#shared/contract.ts'
import { type RemoteCalls, connect } from '#shared/rpc.ts'

type Listener = (message: unknown) => void

/**
 * Stand at the other end of the window's pipe. Call it before the stores are imported.
 *
 * @param calls - What the main process answers; other calls fail.
 * @returns what the main process can tell the window.
 */
export function joinMain(calls: Partial<MainApi>): RemoteCalls<RendererApi> {
  const listeners: { main?: Listener; window?: Listener } = {}
  const send = (to: 'main' | 'window') => (message: unknown) => {
    const copy: unknown = structuredClone(message)
    queueMicrotask(() => listeners[to]?.(copy))
  }
  const annals: PreloadBridge = {
    post: send('main'),
    onMessage: (listener) => (listeners.window = listener),
    pathOfFile: () => '',
  }
  Object.assign(window, { annals })
  return connect<RendererApi>(
    { post: send('window'), onMessage: (listener) => (listeners.main = listener) },
    calls,
  )
}
