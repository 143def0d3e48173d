import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { markdown, markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown'
import { Annotation, Compartment, EditorState } from '@codemirror/state'
import { EditorView, drawSelection, keymap, placeholder } from '@codemirror/view'
import { type NoteCompletions, completeNotes } from './complete-notes.ts'
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
  spellCheck: boolean
  /** What `[[` and `#` offer, or `null` for nothing. */
  completions: NoteCompletions | null
  cspNonce: string
  onText: (text: string) => void
  onLeave: () => void
}

/** A Markdown editor: history, lists that go on, line wrapping, completion, no gutter. */
export function createEditor(options: EditorOptions) {
  const editable = new Compartment()
  const spelling = new Compartment()
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
        markdown({ base: markdownLanguage, completeHTMLTags: false, addKeymap: false }),
        markdownMarks,
        placeholder(options.hint),
        keymap.of([
          { key: 'Mod-Enter', run: leave },
          { key: 'Escape', run: leave },
        ]),
        options.completions ? completeNotes(options.completions) : [],
        keymap.of([...markdownKeymap, ...defaultKeymap, ...historyKeymap]),
        editable.of(editability(options.readOnly)),
        spelling.of(spellCheck(options.spellCheck)),
        EditorView.contentAttributes.of({ 'aria-label': options.label }),
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
    setSpellCheck(isOn: boolean) {
      view.dispatch({ effects: spelling.reconfigure(spellCheck(isOn)) })
    },
    moveToEnd() {
      view.dispatch({ selection: { anchor: view.state.doc.length } })
    },
    destroy() {
      view.destroy()
    },
  }
}

function spellCheck(isOn: boolean) {
  return EditorView.contentAttributes.of({ spellcheck: String(isOn) })
}

function editability(readOnly: boolean) {
  return [EditorState.readOnly.of(readOnly), EditorView.editable.of(!readOnly)]
}
