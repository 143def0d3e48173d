import type { Snippet } from '#shared/event.ts'

/** A run of a snippet, inside or outside of a match. */
export interface SnippetRun {
  text: string
  isMatch: boolean
}

/** Cut a snippet at the edges of its matches. Places outside the text are left out. */
export function splitSnippet({ text, marks }: Snippet): SnippetRun[] {
  const runs: SnippetRun[] = []
  let at = 0
  for (const { startUtf16, endUtf16 } of marks) {
    if (startUtf16 < at || endUtf16 <= startUtf16 || endUtf16 > text.length) continue
    if (startUtf16 > at) runs.push({ text: text.slice(at, startUtf16), isMatch: false })
    runs.push({ text: text.slice(startUtf16, endUtf16), isMatch: true })
    at = endUtf16
  }
  if (at < text.length) runs.push({ text: text.slice(at), isMatch: false })
  return runs
}
