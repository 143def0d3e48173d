import { readonly, ref } from 'vue'

/** A short word about what happened, at the window's edge. */
export interface Toast {
  id: number
  kind: 'info' | 'success' | 'error'
  title: string
  description: string | null
  /** One thing to do about it, such as Undo. */
  action: ToastButton | null
  durationMs: number
}

export interface ToastButton {
  label: string
  run: () => void
}

/** What may be said of a toast; the rest has defaults. */
export type ToastInput = Pick<Toast, 'title'> & Partial<Omit<Toast, 'id' | 'title'>>

const DURATION_MS = 5000
const DURATION_WITH_ACTION_MS = 10_000
const SHOWN_AT_ONCE = 3

const toasts = ref<Toast[]>([])
let lastId = 0

/** The toasts of the window: one list, whoever adds to it. */
export function useToasts() {
  /** Show a toast. At most three stand at once; the oldest gives way. */
  function addToast(input: ToastInput): number {
    const action = input.action ?? null
    const toast: Toast = {
      kind: 'info',
      description: null,
      durationMs: action ? DURATION_WITH_ACTION_MS : DURATION_MS,
      ...input,
      action,
      id: ++lastId,
    }
    toasts.value = [...toasts.value, toast].slice(-SHOWN_AT_ONCE)
    return toast.id
  }

  function dismissToast(id: number) {
    toasts.value = toasts.value.filter((toast) => toast.id !== id)
  }

  return { toasts: readonly(toasts), addToast, dismissToast }
}
