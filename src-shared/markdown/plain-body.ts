import { decodeHTML } from 'entities'
import { Marked } from 'marked'
import { findExcess } from './markdown-bounds.ts'

const marked = new Marked({ gfm: true })

/** What of marked's tokens is looked at. */
interface Token {
  type: string
  raw: string
  text?: string
  tokens?: Token[]
  checked?: boolean
  /** Of a list. */
  items?: Token[]
  /** Of a table. */
  header?: { tokens: Token[] }[]
  rows?: { tokens: Token[] }[][]
}

const FOOTNOTE = /^\[\^[^\]\s]{1,100}\]:.*(?:\n(?=.*\S).*)*/gmu
const FOOTNOTE_SIGN = /\[\^[^\]\s]{1,100}\]/gu
const UNSEEN_ELEMENT =
  /<(script|style|template|textarea|title)\b[^>]{0,10000}>[\s\S]{0,2000}?<\/\1\s*>/giu
const COMMENT = /<!--[\s\S]{0,2000}?-->/gu
const LINE_BREAK = /<br\b[^<>]{0,10000}>/giu
const TAG = /<\/?[a-z!?][^<>]{0,10000}>/giu

/**
 * The words of a Markdown page as the window shows them, blocks parted by a line feed: without
 * marks, tags, pictures and footnotes. What is not rendered because it is too long or too tangled is
 * its own words, since then the window shows the source.
 */
export function plainBody(markdown: string): string {
  if (findExcess(markdown) !== null) return markdown
  try {
    return plainBlocks(marked.lexer(markdown.replace(FOOTNOTE, '').replace(FOOTNOTE_SIGN, '')))
  } catch {
    // Nested quotes and brackets can exhaust the stack.
    return markdown
  }
}

function plainBlocks(tokens: readonly Token[]): string {
  return tokens.map(plainToken).join('\n')
}

function plainInline(tokens: readonly Token[]): string {
  return tokens.map(plainToken).join('')
}

function plainToken({ type, raw, text = raw, tokens, ...token }: Token): string {
  switch (type) {
    case 'space':
    case 'hr':
    case 'def':
    case 'image':
      return ''
    case 'br':
      return '\n'
    case 'checkbox':
      return token.checked === true ? '☑ ' : '☐ '
    case 'code':
    case 'codespan':
      return text
    case 'html':
      return withoutTags(text)
    case 'blockquote':
    case 'list_item':
      return plainBlocks(tokens ?? [])
    case 'list':
      return plainBlocks(token.items ?? [])
    case 'table':
      return [token.header ?? [], ...(token.rows ?? [])]
        .flatMap((row) => row.map((cell) => plainInline(cell.tokens)))
        .join('\n')
    default:
      return tokens ? plainInline(tokens) : plainText(text)
  }
}

function plainText(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text
}

function withoutTags(html: string): string {
  const words = html.replace(UNSEEN_ELEMENT, '').replace(COMMENT, '')
  return plainText(words.replace(LINE_BREAK, '\n').replace(TAG, ''))
}
