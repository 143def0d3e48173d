/** Much more than anyone reads in a preview, little enough to lay out at once. */
const LONGEST = 60_000

/** @returns the beginning of a document, cut at the end of a line so that no mark is cut in two. */
export function shortenDocument(text: string): string {
  if (text.length <= LONGEST) return text
  const end = text.lastIndexOf('\n', LONGEST)
  return text.slice(0, end > 0 ? end : LONGEST)
}

/** @returns the document without the YAML block it begins with. */
export function withoutFrontMatter(markdown: string): string {
  return markdown.replace(/^---\n[^]*?\n---\n/, '')
}
