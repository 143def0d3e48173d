import { closeOpenBlocks } from './close-open-blocks.ts'
import { type Edit, applyEdits } from './edit-text.ts'
import { findLabels } from './find-labels.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { shiftHeadings } from './shift-headings.ts'

/** Markdown the researcher wrote in several fields, made ready to stand in one document. */
export interface OwnMarkdown {
  /**
   * A text as written, but that it can not change the rest of the document: its headings stay below
   * `level`, what it leaves open is closed, its references find their own definitions.
   *
   * @param text - One of those given at creation.
   * @param level - Level of the heading it stands under, 1–5.
   */
  format(text: string, level: number): string
  /** Whether a reference label such as `^1` occurs in any of the texts. */
  usesLabel(label: string): boolean
}

/** @param texts - All fields that will stand in the document. */
export function createOwnMarkdown(texts: string[]): OwnMarkdown {
  const parts = [...new Set(texts.map(normalise))].map((text) => {
    const tree = parseMarkdown(text)
    return { text, tree, labels: findLabels(text, tree) }
  })
  const byText = new Map(parts.map((part, index) => [part.text, { ...part, number: index + 1 }]))
  const uses = new Map<string, number>()
  for (const { labels } of parts) {
    for (const key of new Set(labels.map((label) => label.key))) {
      uses.set(key, (uses.get(key) ?? 0) + 1)
    }
  }

  function uniqueLabel(label: string, key: string, number: number): string {
    const suffix = `-${number}`
    return uses.has(key + suffix)
      ? uniqueLabel(label + suffix, key + suffix, number)
      : label + suffix
  }

  return {
    format(written, level) {
      const part = byText.get(normalise(written))
      if (part === undefined) throw new Error('The text was not announced.')
      const { text, tree, labels, number } = part
      const defined = new Set(labels.filter((label) => label.isDefinition).map(({ key }) => key))
      const isShared = (key: string) => defined.has(key) && (uses.get(key) ?? 0) > 1
      const renames: Edit[] = labels
        .filter(({ key }) => isShared(key))
        .map(({ label, key, edit }) => edit(uniqueLabel(label, key, number)))
      const edits = [...renames, ...shiftHeadings(text, tree, level)]
      return applyEdits(text, edits) + closeOpenBlocks(text, tree)
    },
    usesLabel: (label) => uses.has(label),
  }
}

/** Without the empty lines around it, and with the line ends of the document. */
function normalise(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
}
