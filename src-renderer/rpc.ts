import type { MainApi, RendererApi } from '#shared/contract.ts'
import { connect } from '#shared/rpc.ts'

type EventName = keyof RendererApi
type Handler<Name extends EventName> = (...args: Parameters<RendererApi[Name]>) => unknown
type AnyHandler = (...args: unknown[]) => unknown

const handlers: Record<EventName, Set<AnyHandler>> = {
  prepareToClose: new Set(),
  onArchiveChanged: new Set(),
  onOpenFailed: new Set(),
  onImportProgress: new Set(),
  onImportEnded: new Set(),
  onImportFailed: new Set(),
  onPagesChanged: new Set(),
  onSaveState: new Set(),
  onNotebookChanged: new Set(),
  onCommand: new Set(),
}

const hub = Object.fromEntries(
  Object.entries(handlers).map(([name, listeners]) => [
    name,
    async (...args: unknown[]) => {
      const answers = await Promise.all(Array.from(listeners, (listener) => listener(...args)))
      return answers.every((answer) => answer !== false)
    },
  ]),
)

/** Calls of the main process. Only stores use it. */
export const rpc = connect<MainApi>(window.annals, hub)

/**
 * Hear what the main process tells. It waits for a promise, and learns of a `false`.
 *
 * @returns the function that ends it.
 */
export function onMainEvent<Name extends EventName>(
  name: Name,
  handler: Handler<Name>,
): () => void {
  const listener = handler as AnyHandler
  handlers[name].add(listener)
  return () => handlers[name].delete(listener)
}
