import { Marked } from 'marked'
import markedFootnote from 'marked-footnote'
import { MAX_HTML_CHARACTERS, type RenderAnswer, type Rendering } from './render-markdown.ts'

const marked = new Marked({ gfm: true }, markedFootnote())

function render(text: string): Rendering {
  try {
    const html = marked.parse(text, { async: false })
    return html.length > MAX_HTML_CHARACTERS ? { refused: 'too-long' } : { html }
  } catch {
    // Nested quotes and brackets can exhaust the stack.
    return { refused: 'failed' }
  }
}

function answer(message: RenderAnswer) {
  self.postMessage(message)
}

self.onmessage = (event: MessageEvent<string>) => {
  answer(render(event.data))
}

answer('ready')
