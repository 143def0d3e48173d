/** Letters and digits that must agree; marks and links of the Markdown are no words. */
const COMPARED_UNITS = 60

/**
 * Whether a summary was taken from the Markdown text it belongs to, and not written for it.
 *
 * @param summary - Plain text.
 * @param body - Markdown.
 */
export function isExcerpt(summary: string, body: string): boolean {
  const beginning = lettersOf(summary).slice(0, COMPARED_UNITS)
  return lettersOf(withoutTargets(body)).includes(beginning)
}

/** What stands in Markdown beside the words: where links lead, and the tags of HTML. */
function withoutTargets(markdown: string): string {
  return markdown
    .replace(/!\[[^[\]]{0,300}\]\([^()]{0,1000}\)/gu, '')
    .replace(/\]\([^()]{0,1000}\)/gu, ']')
    .replace(/\[\[[^[\]|]{0,300}\|/gu, '[[')
    .replace(/<\/?[a-z!][^<>]{0,300}>/giu, '')
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}
