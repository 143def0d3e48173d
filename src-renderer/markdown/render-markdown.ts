import { findExcess } from '#shared/markdown/markdown-bounds.ts'

/** Why a text was not rendered. */
export type RenderRefusal = 'too-long' | 'too-deep' | 'too-slow' | 'failed'

/** HTML as marked wrote it (not yet safe), or why there is none. */
export type Rendering = { html: string } | { refused: RenderRefusal }

/** What the worker is told and what it answers; `'ready'` once it can begin. */
export type RenderAnswer = 'ready' | Rendering

/** The part of a Web Worker that rendering needs. */
export interface RenderWorker {
  postMessage(text: string): void
  terminate(): void
  onmessage: ((event: { data: RenderAnswer }) => void) | null
  onerror: ((event: unknown) => void) | null
}

/** A short text can become endless HTML by naming one long address again and again. */
export const MAX_HTML_CHARACTERS = 2_000_000

/**
 * A renderer of Markdown with bounds on length, nesting and time. It runs one text at a time in a
 * worker, which it ends and replaces when a text takes too long.
 *
 * @param spawn - Starts a worker.
 * @param timeoutMs - Time one text may take once the worker is ready.
 */
export function createMarkdownRenderer(spawn: () => RenderWorker, timeoutMs = 500) {
  let worker: RenderWorker | null = null
  let ready: Promise<void> = Promise.resolve()
  let last: Promise<unknown> = Promise.resolve()

  function start(): RenderWorker {
    const started = spawn()
    ready = new Promise((resolve, reject) => {
      started.onmessage = () => resolve()
      started.onerror = () => reject(new Error('The Markdown worker did not start.'))
    })
    worker = started
    return started
  }

  function stop() {
    worker?.terminate()
    worker = null
  }

  async function run(text: string): Promise<Rendering> {
    const current = worker ?? start()
    try {
      await ready
    } catch {
      stop()
      return { refused: 'failed' }
    }
    return await new Promise<Rendering>((resolve) => {
      const timer = setTimeout(() => {
        stop()
        resolve({ refused: 'too-slow' })
      }, timeoutMs)
      const settle = (rendering: Rendering) => {
        clearTimeout(timer)
        resolve(rendering)
      }
      current.onmessage = ({ data }) => {
        if (data !== 'ready') settle(data)
      }
      current.onerror = () => {
        stop()
        settle({ refused: 'failed' })
      }
      current.postMessage(text)
    })
  }

  /** Render one text; texts wait for one another. Never rejects. */
  return async function render(text: string): Promise<Rendering> {
    const refused = findExcess(text)
    if (refused) return { refused }
    const rendering = last.then(() => run(text))
    last = rendering
    return await rendering
  }
}
