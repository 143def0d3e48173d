import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'
import { shell } from '../locales/en/shell.ts'
import { onMainEvent } from '../rpc.ts'
import { useAppStore } from './app.ts'
import { COMMANDS, type CommandId, describeKeys } from './command-table.ts'

type Handler = () => void

/** A command as a palette or a table of shortcuts shows it. */
export interface CommandEntry {
  id: CommandId
  label: string
  group: (typeof COMMANDS)[CommandId]['group']
  /** Keys as a person reads them, or `null`. */
  keys: string | null
  isAvailable: boolean
}

/** Every command of the window, and who carries it out at the moment. */
export const useCommandsStore = defineStore('commands', () => {
  const app = useAppStore()
  const handlers = shallowReactive(new Map<CommandId, readonly Handler[]>())

  /** Carry out a command from now on; the newest handler wins. @returns the function that ends it. */
  function handle(id: CommandId, handler: Handler): () => void {
    handlers.set(id, [...(handlers.get(id) ?? []), handler])
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((other) => other !== handler),
      )
    }
  }

  /** @returns whether anybody carried it out. */
  function run(id: CommandId): boolean {
    const handler = handlers.get(id)?.at(-1)
    handler?.()
    return handler !== undefined
  }

  function keysOf(id: CommandId): string | null {
    return describeKeys(id, app.platform)
  }

  const entries = computed<CommandEntry[]>(() =>
    (Object.keys(COMMANDS) as CommandId[]).map((id) => ({
      id,
      label: shell.commands[id],
      group: COMMANDS[id].group,
      keys: keysOf(id),
      isAvailable: (handlers.get(id)?.length ?? 0) > 0,
    })),
  )

  onMainEvent('onCommand', (command) => void run(command))

  return { entries, handle, run, keysOf }
})
