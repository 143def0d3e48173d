const LONGEST = 400

/** @returns the beginning of a Markdown note as plain words, without most of its marks. */
export function excerptNote(note: string): string {
  const plain = note
    .slice(0, LONGEST * 4)
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+/gm, '')
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]+)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(\*\*|__|~~|`+)(?=\S)|(?<=\S)(\*\*|__|~~|`+)/g, '')
    .replace(/\n{2,}/g, '\n')
    .trim()
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST).trimEnd()}…` : plain
}
