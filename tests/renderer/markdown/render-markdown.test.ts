import { Worker } from 'node:worker_threads'
import { afterAll, describe, expect, it } from 'vitest'
import { MAX_CHARACTERS } from '#shared/markdown/markdown-bounds.ts'
import {
  type RenderWorker,
  createMarkdownRenderer,
} from '../../../src-renderer/markdown/render-markdown.ts'

const WORKER_URL = new URL('../../../src-renderer/markdown/markdown.worker.ts', import.meta.url)

/** Gives the window's worker script, in a thread of Node, the few names of a Web Worker it uses. */
const WEB_WORKER = `
const { parentPort } = require('node:worker_threads')
globalThis.self = { postMessage: (message) => parentPort.postMessage(message) }
parentPort.on('message', (data) => self.onmessage({ data }))
import(${JSON.stringify(WORKER_URL.href)})
`

const threads = new Set<Worker>()

function spawn(): RenderWorker {
  const thread = new Worker(WEB_WORKER, { eval: true })
  threads.add(thread)
  const worker: RenderWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (text) => thread.postMessage(text),
    terminate: () => {
      threads.delete(thread)
      void thread.terminate()
    },
  }
  thread.on('message', (data) => worker.onmessage?.({ data }))
  thread.on('error', (error) => worker.onerror?.(error))
  return worker
}

afterAll(async () => {
  await Promise.all([...threads].map((thread) => thread.terminate()))
})

describe('createMarkdownRenderer', () => {
  it('renders GitHub-flavoured Markdown', async () => {
    const render = createMarkdownRenderer(spawn)
    const rendering = await render('# Title\n\n| a | b |\n|---|---|\n| ~~1~~ | 2 |\n')
    expect(rendering).toMatchObject({ html: expect.stringContaining('<table>') })
    expect(rendering).toMatchObject({ html: expect.stringContaining('<del>1</del>') })
  })

  it('gives every text its own rendering when many are asked for at once', async () => {
    const render = createMarkdownRenderer(spawn)
    const texts = Array.from({ length: 20 }, (_, number) => `text ${number}`)
    const renderings = await Promise.all(texts.map((text) => render(text)))
    expect(renderings).toEqual(texts.map((text) => ({ html: `<p>${text}</p>\n` })))
  })

  it('refuses what is too long or nested too deeply without starting a worker', async () => {
    let started = 0
    const render = createMarkdownRenderer(() => {
      started += 1
      return spawn()
    })
    const deep = Array.from({ length: 200 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n')
    expect(await render('x'.repeat(MAX_CHARACTERS + 1))).toEqual({ refused: 'too-long' })
    expect(await render(deep)).toEqual({ refused: 'too-deep' })
    expect(await render('>'.repeat(2000))).toEqual({ refused: 'too-deep' })
    expect(await render('~a~~'.repeat(20_000))).toEqual({ refused: 'too-deep' })
    expect(started).toBe(0)
  })

  it('ends a worker that takes too long and renders the next text in a new one', async () => {
    const render = createMarkdownRenderer(spawn, 100)
    const tangle = '- a\nb\n'.repeat(30_000)
    const [slow, next] = await Promise.all([render(tangle), render('next')])
    expect(slow).toEqual({ refused: 'too-slow' })
    expect(next).toEqual({ html: '<p>next</p>\n' })
  })

  it('refuses a short text that would become endless HTML', async () => {
    const render = createMarkdownRenderer(spawn, 10_000)
    const text = `${'[a]'.repeat(2000)}\n\n[a]: https://example.org/${'x'.repeat(20_000)}`
    expect(await render(text)).toEqual({ refused: 'too-long' })
  })

  it('goes on after a worker that could not start', async () => {
    let isFirst = true
    const render = createMarkdownRenderer(() => {
      if (!isFirst) return spawn()
      isFirst = false
      const broken = spawn()
      setTimeout(() => broken.onerror?.(new Error('no script')), 0)
      return broken
    })
    expect(await render('one')).toEqual({ refused: 'failed' })
    expect(await render('two')).toEqual({ html: '<p>two</p>\n' })
  })
})
