import { onScopeDispose } from 'vue'
import type { CommandId } from '../stores/command-table.ts'
import { useCommandsStore } from '../stores/commands.ts'

/** Carry out a command as long as the calling component lives. */
export function useCommand(id: CommandId, handler: () => void) {
  onScopeDispose(useCommandsStore().handle(id, handler))
}
