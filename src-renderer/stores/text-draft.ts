import { ref, shallowRef } from 'vue'
import { type AutosaveState, createAutosave } from './autosave.ts'

export type TextDraft = ReturnType<typeof createTextDraft>

/** A text that saves itself while it is typed. */
export function createTextDraft(initial: string, save: (text: string) => Promise<unknown>) {
  const text = ref(initial)
  const state = ref<AutosaveState>('saved')
  const error = shallowRef<unknown>(null)
  const autosave = createAutosave<string>({
    save,
    onState: (next, reason) => {
      state.value = next
      error.value = reason
    },
  })

  function write(next: string) {
    text.value = next
    autosave.change(next)
  }

  /** Take a change made elsewhere (undo, another program), unless newer words wait here. */
  function follow(stored: string) {
    if (state.value === 'saved') text.value = stored
  }

  return { text, state, error, write, follow, flush: autosave.flush }
}
