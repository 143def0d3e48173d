import { useEventListener, useMutationObserver } from '@vueuse/core'
import { ref, watch } from 'vue'
import { isInDialog } from './is-in-dialog.ts'

const TEXT = 'input, textarea, [contenteditable="true"]'

/**
 * A dialog that nobody asked for opens by itself, but only once nothing else is open and nobody is in
 * the middle of a text.
 *
 * @param isDue - Whether there is something to ask.
 * @returns whether the dialog is open; it may be closed, and opened again by hand.
 */
export function usePoliteDialog(isDue: () => boolean) {
  const isOpen = ref(false)
  /** Whether it has still to open by itself. */
  let isWaiting = false

  function tryToOpen() {
    if (!isWaiting || isBusy()) return
    isWaiting = false
    isOpen.value = true
  }

  watch(
    isDue,
    (due) => {
      isWaiting = due
      if (!due) isOpen.value = false
      tryToOpen()
    },
    { immediate: true },
  )
  // Dialogs stand right below the body, and go from there.
  useMutationObserver(() => document.body, tryToOpen, { childList: true })
  useEventListener(document, 'focusout', () => setTimeout(tryToOpen))

  return isOpen
}

function isBusy(): boolean {
  if (isInDialog()) return true
  const text = document.activeElement?.closest(TEXT)
  if (!text) return false
  return (text instanceof HTMLElement && 'value' in text ? text.value : text.textContent) !== ''
}
