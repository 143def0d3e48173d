import { watch } from 'vue'
import type { CommandId } from '../stores/command-table.ts'
import { useCommandsStore } from '../stores/commands.ts'

/** Carry out a command while something holds, as long as the calling component lives. */
export function useCommandWhile(id: CommandId, holds: () => boolean, handler: () => void) {
  const commands = useCommandsStore()
  watch(
    holds,
    (is, _before, onCleanup) => {
      if (is) onCleanup(commands.handle(id, handler))
    },
    // A key that makes it hold, or comes right after, must find it so.
    { immediate: true, flush: 'sync' },
  )
}
