import workerAddress from './markdown.worker.ts?worker&url'
import { type RenderWorker, type Rendering, createMarkdownRenderer } from './render-markdown.ts'
import { startWorker } from './trusted-types.ts'

const REMEMBERED = 100

const remembered = new Map<string, Rendering>()
const renderInWorker = createMarkdownRenderer(() => startWorker(workerAddress) as RenderWorker)

/** Render a text in the window's Markdown worker; the latest renderings are remembered. */
export async function renderMarkdown(text: string): Promise<Rendering> {
  const known = remembered.get(text)
  if (known) return known
  const rendering = await renderInWorker(text)
  remembered.set(text, rendering)
  const oldest = remembered.keys().next()
  if (remembered.size > REMEMBERED && oldest.value !== undefined) remembered.delete(oldest.value)
  return rendering
}
