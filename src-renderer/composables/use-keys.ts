import { useEventListener } from '@vueuse/core'
import { createKeybindingsHandler } from 'tinykeys'
import { COMMANDS, type CommandId } from '../stores/command-table.ts'
import { useCommandsStore } from '../stores/commands.ts'

const TEXT = 'input, textarea, select, [contenteditable]'
const FLOATING = '[role="dialog"], [role="alertdialog"], [role="menu"]'

/** Run commands by their keys, wherever the focus is. In text fields, keys mean text; while an IME composes, they are its own. */
export function useKeys() {
  const commands = useCommandsStore()

  const bindings = Object.entries(COMMANDS)
    .filter(([, { isLocal }]) => !isLocal)
    .flatMap(([id, { keys, inText }]) =>
      keys.map((key) => {
        const press = (event: KeyboardEvent) => {
          if (isOwnedByFocus(event, inText ?? false)) return
          if (commands.run(id as CommandId)) event.preventDefault()
        }
        return [key, press] as const
      }),
    )
  const onKeydown = createKeybindingsHandler(Object.fromEntries(bindings), {
    ignore: (event) => event.defaultPrevented,
  })

  // Enter takes what is composed and Escape drops it: no dialog or list may answer to that as well.
  useEventListener(
    window,
    'keydown',
    (event) => {
      if (event.isComposing) event.stopImmediatePropagation()
    },
    { capture: true },
  )
  useEventListener(window, 'keydown', onKeydown)
}

/** Whether what has the focus needs the key for itself. */
function isOwnedByFocus(event: KeyboardEvent, inText: boolean): boolean {
  if (!(event.target instanceof Element)) return false
  if (event.target.closest(FLOATING)) return true
  return !inText && event.target.closest(TEXT) !== null
}
