import { type ShallowRef, shallowRef, watch } from 'vue'
import { useToasts } from '../composables/use-toasts.ts'
import { notes } from '../locales/en/notes.ts'
import { useArchiveStore } from './archive.ts'
import { useNotebookStore } from './notebook.ts'

/**
 * Something that waits for a record to be named or picked in a dialog; where the notebook cannot be
 * changed, it is said instead of asked. Another archive ends the asking.
 */
export function createQuestion<Subject extends object>() {
  const archive = useArchiveStore()
  const notebook = useNotebookStore()
  const { addToast } = useToasts()
  /** `null` while nothing is asked. */
  const subject: ShallowRef<Subject | null> = shallowRef(null)

  function ask(next: Subject) {
    if (notebook.readOnly) {
      const description = notebook.readOnly.message
      addToast({ kind: 'error', title: notes.cannotChange, description })
    } else {
      subject.value = next
    }
  }

  function dismiss() {
    subject.value = null
  }

  watch(() => archive.archive?.path, dismiss)

  return { subject, ask, dismiss }
}
