import { shallowReactive } from 'vue'
import { type TextDraft, createTextDraft } from './text-draft.ts'

/**
 * Texts of one record that are being written.
 *
 * @param onSaved - Told what the record is once a text is saved.
 */
export function createTextDrafts<Item>(onSaved: (item: Item) => void) {
  const drafts = shallowReactive(new Map<string, TextDraft>())

  /** Begin to write a text. */
  function begin(key: string, text: string, save: (text: string) => Promise<Item>) {
    const saveAndShow = async (next: string) => {
      onSaved(await save(next))
    }
    if (!drafts.has(key)) drafts.set(key, createTextDraft(text, saveAndShow))
  }

  /** A text being written or not saved yet, by its key; else `null`. */
  function draftOf(key: string): TextDraft | null {
    return drafts.get(key) ?? null
  }

  /** Take changes made elsewhere. */
  function follow(texts: readonly (readonly [key: string, text: string])[]) {
    for (const [key, text] of texts) drafts.get(key)?.follow(text)
  }

  /** End writing; what could not be saved stays and is tried again. */
  async function leaveDraft(key: string) {
    if (await drafts.get(key)?.flush()) drafts.delete(key)
  }

  /** End writing everywhere. */
  function leaveDrafts() {
    for (const key of drafts.keys()) void leaveDraft(key)
  }

  return { begin, draftOf, follow, leaveDraft, leaveDrafts }
}
