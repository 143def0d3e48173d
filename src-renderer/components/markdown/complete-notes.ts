import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  autocompletion,
  closeCompletion,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete'
import { Prec } from '@codemirror/state'
import { type EditorView, keymap } from '@codemirror/view'
import type { LinkSuggestion } from '#shared/notebook-api.ts'
import type { TagCount } from '#shared/notebook.ts'
import { formatShortDate } from '../../composables/format.ts'
import { notes } from '../../locales/en/notes.ts'
import { suggestTags } from '../notes/suggest-tags.ts'

/** Tags that `#` offers, and what becomes of the one that is taken. */
export interface TagCompletions {
  /** Every tag of the notebook, most used first. */
  known: () => readonly TagCount[]
  /** Those the note has already. */
  given: () => readonly string[]
  give: (tag: string) => void
}

/** What a note is completed from. */
export interface NoteCompletions {
  /** Events and collections by the beginning of their names. */
  suggestLinks: (text: string) => Promise<readonly LinkSuggestion[]>
  /** Tags, for a text that can have any; else `null`. */
  tags: TagCompletions | null
}

/** Escape takes away what is offered; while that is only being looked for, it leaves the note. */
const KEYS = [
  ...completionKeymap.filter(({ key }) => key !== 'Escape'),
  {
    key: 'Escape',
    run: (view: EditorView) => completionStatus(view.state) === 'active' && closeCompletion(view),
  },
]

const LINK = /\[\[[^[\]\n]{0,200}$/
const TAG = /(?<![\p{L}\p{N}_#&/])#[^\s#[\](){}<>.,;:!?，。、；：！？]{1,100}$/u

/** After `[[`: events and collections to link to. */
async function completeLink(
  context: CompletionContext,
  suggest: NoteCompletions['suggestLinks'],
): Promise<CompletionResult | null> {
  const typed = context.matchBefore(LINK)
  if (typed === null) return null
  const found = await suggest(typed.text.slice(2))
  if (context.aborted) return null
  const options = found.map(({ kind, title, date, markdown }): Completion => ({
    label: title,
    detail: kind === 'event' ? formatShortDate(date, '') : notes.linkToCollection,
    type: kind,
    apply: (view, _completion, from, to) => {
      replace(view, from, closeBrackets(view, to), markdown)
    },
  }))
  return { from: typed.from, options, filter: false }
}

/** Where a link ends that somebody closed by hand: behind `]]`. */
function closeBrackets(view: EditorView, to: number): number {
  return view.state.sliceDoc(to, to + 2) === ']]' ? to + 2 : to
}

/** After `#`: tags, which leave the text and stand with the others below it. */
function completeTag(
  context: CompletionContext,
  tags: TagCompletions | null,
): CompletionResult | null {
  const typed = context.matchBefore(TAG)
  if (typed === null || tags === null) return null
  const options = suggestTags(tags.known(), tags.given(), typed.text.slice(1)).map(
    ({ tag, count }): Completion => ({
      label: count === null ? notes.newTag(tag) : tag,
      ...(count !== null && { detail: notes.tagUse(count) }),
      type: 'tag',
      apply: (view, _completion, from, to) => {
        replace(view, from, to, '')
        tags.give(tag)
      },
    }),
  )
  return { from: typed.from, options, filter: false }
}

function replace(view: EditorView, from: number, to: number, insert: string) {
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.complete',
  })
}

function isComposing({ view }: CompletionContext): boolean {
  return view?.composing === true
}

/** Complete links and tags while a note is written; nothing while an IME composes. */
export function completeNotes(completions: NoteCompletions) {
  const completing = autocompletion({
    icons: false,
    defaultKeymap: false,
    activateOnTyping: true,
    override: [
      (context) => (isComposing(context) ? null : completeLink(context, completions.suggestLinks)),
      (context) => (isComposing(context) ? null : completeTag(context, completions.tags)),
    ],
  })
  return [completing, Prec.highest(keymap.of(KEYS))]
}
