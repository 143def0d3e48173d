import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { Annotation, Compartment, EditorState } from '@codemirror/state'
import { EditorView, drawSelection, keymap, placeholder } from '@codemirror/view'
import { markdownMarks } from './markdown-marks.ts'

/** Marks a change that came from outside the editor and is not to be told back. */
const fromOutside = Annotation.define<boolean>()

export interface EditorOptions {
  parent: HTMLElement
  text: string
  /** Name for screen readers. */
  label: string
  hint: string
  readOnly: boolean
  cspNonce: string
  onText: (text: string) => void
  onLeave: () => void
}

/** A Markdown editor: history, line wrapping, no gutter, no spell check. */
export function createEditor(options: EditorOptions) {
  const editable = new Compartment()
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        EditorView.cspNonce.of(options.cspNonce),
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        EditorView.perLineTextDirection.of(true),
        markdown({ base: markdownLanguage }),
        markdownMarks,
        placeholder(options.hint),
        keymap.of([
          { key: 'Mod-Enter', run: leave },
          { key: 'Escape', run: leave },
        ]),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        editable.of(editability(options.readOnly)),
        EditorView.contentAttributes.of({ 'aria-label': options.label, spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          const isOwn = !update.transactions.some((change) => change.annotation(fromOutside))
          if (update.docChanged && isOwn) options.onText(update.state.doc.toString())
        }),
      ],
    }),
  })

  function leave(): boolean {
    options.onLeave()
    return true
  }

  return {
    focus: () => {
      view.focus()
    },
    /** Replace the text by one that came from elsewhere; the place of the cursor is kept if it can be. */
    setText(text: string) {
      const { doc } = view.state
      if (doc.toString() === text) return
      view.dispatch({
        changes: { from: 0, to: doc.length, insert: text },
        selection: { anchor: Math.min(view.state.selection.main.anchor, text.length) },
        annotations: fromOutside.of(true),
      })
    },
    setReadOnly(readOnly: boolean) {
      view.dispatch({ effects: editable.reconfigure(editability(readOnly)) })
    },
    moveToEnd() {
      view.dispatch({ selection: { anchor: view.state.doc.length } })
    },
    destroy() {
      view.destroy()
    },
  }
}

function editability(readOnly: boolean) {
  return [EditorState.readOnly.of(readOnly), EditorView.editable.of(!readOnly)]
}
