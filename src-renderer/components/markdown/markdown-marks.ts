import { syntaxTree } from '@codemirror/language'
import { RangeSetBuilder } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'

/** What the editor's style sheet knows how to dress, by the grammar's node names. */
const CLASS_BY_NODE: Record<string, string> = {
  ATXHeading1: 'mark-heading',
  ATXHeading2: 'mark-heading',
  ATXHeading3: 'mark-heading',
  ATXHeading4: 'mark-heading',
  ATXHeading5: 'mark-heading',
  ATXHeading6: 'mark-heading',
  StrongEmphasis: 'mark-strong',
  Emphasis: 'mark-emphasis',
  Strikethrough: 'mark-struck',
  InlineCode: 'mark-code',
  FencedCode: 'mark-code',
  Blockquote: 'mark-quote',
  Link: 'mark-link',
  URL: 'mark-syntax',
  HeaderMark: 'mark-syntax',
  EmphasisMark: 'mark-syntax',
  StrikethroughMark: 'mark-syntax',
  QuoteMark: 'mark-syntax',
  ListMark: 'mark-syntax',
  LinkMark: 'mark-syntax',
  CodeMark: 'mark-syntax',
  TaskMarker: 'mark-syntax',
}

const MARKS = new Map(
  Object.entries(CLASS_BY_NODE).map(([node, name]) => [node, Decoration.mark({ class: name })]),
)
const OWN_DIRECTION = Decoration.line({ attributes: { dir: 'auto' } })

function dressMarkdown(view: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        const mark = MARKS.get(node.name)
        if (mark && node.from < node.to) marks.add(node.from, node.to, mark)
      },
    })
  }
  return marks.finish()
}

function directLines(view: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    for (let place = from; place <= to;) {
      const line = view.state.doc.lineAt(place)
      lines.add(line.from, line.from, OWN_DIRECTION)
      place = line.to + 1
    }
  }
  return lines.finish()
}

function followView(decorate: (view: EditorView) => DecorationSet) {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      constructor(view: EditorView) {
        this.decorations = decorate(view)
      }
      update(update: ViewUpdate) {
        const isParsed = syntaxTree(update.startState) !== syntaxTree(update.state)
        if (update.docChanged || update.viewportChanged || isParsed) {
          this.decorations = decorate(update.view)
        }
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )
}

/** Dress Markdown as it is typed, by class names, and let every line find its own direction. */
export const markdownMarks = [followView(dressMarkdown), followView(directLines)]
