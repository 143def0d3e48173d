import { shallowReactive } from 'vue'

/** `waiting`: typed, not sent yet. `failed`: refused; kept and tried again. */
export type AutosaveState = 'saved' | 'waiting' | 'saving' | 'failed'

export interface Autosave<Value> {
  /** Take the newest value; it is saved after a pause. */
  change: (value: Value) => void
  /** Save now what is not saved yet. @returns whether all of it is saved; never rejects. */
  flush: () => Promise<boolean>
  /** Forget what is not saved yet and try no more. */
  drop: () => void
  state: () => AutosaveState
  /** The newest value that is not saved yet, or `null`. */
  pending: () => { value: Value } | null
}

export interface AutosaveOptions<Value> {
  save: (value: Value) => Promise<unknown>
  /** Told after every change of state, with the error where saving failed. */
  onState?: (state: AutosaveState, error: unknown) => void
  /** Pause in typing after which it is saved. */
  delayMs?: number
  /** Longest time that what is typed without a pause waits. */
  mostMs?: number
  /** Pause before the first new try after a failure; doubles up to `MAX_RETRY_MS`. */
  retryMs?: number
}

/** What is typed has to be on disk within 500 ms of the pause after it; a save takes its part of that. */
const DELAY_MS = 250
const MOST_MS = 2_000
const MAX_RETRY_MS = 30_000

const unsaved = shallowReactive(new Set<() => Promise<boolean>>())

/** How many texts of the window are not saved yet; reactive. */
export function countUnsaved(): number {
  return unsaved.size
}

/** Save every text of the window now. @returns whether all are saved. */
export async function flushUnsaved(): Promise<boolean> {
  const results = await Promise.all([...unsaved].map((flush) => flush()))
  return results.every(Boolean)
}

/**
 * Save a value as it is typed: one save on its way and the newest value waiting. A value that could
 * not be saved is kept and tried again until it is saved, dropped or overtaken by a newer one.
 */
export function createAutosave<Value>(options: AutosaveOptions<Value>): Autosave<Value> {
  const { save, onState, delayMs = DELAY_MS, mostMs = MOST_MS, retryMs = 2_000 } = options
  let pending: { value: Value } | null = null
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  /** When the oldest value came that is not sent yet. */
  let waitingSince: number | null = null
  let state: AutosaveState = 'saved'

  function enter(next: AutosaveState, error: unknown = null) {
    state = next
    if (pending) unsaved.add(flush)
    else unsaved.delete(flush)
    onState?.(next, error)
  }

  function schedule(pauseMs: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), pauseMs)
  }

  async function saveOnce() {
    const sent = pending
    if (!sent) return
    waitingSince = null
    enter('saving')
    try {
      await save(sent.value)
      failures = 0
      if (pending === sent) pending = null
      enter(pending ? 'waiting' : 'saved')
    } catch (error) {
      failures += 1
      if (!pending) return
      enter('failed', error)
      schedule(Math.min(retryMs * 2 ** (failures - 1), MAX_RETRY_MS))
    }
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    while (pending ?? running) {
      running ??= saveOnce().finally(() => (running = null))
      await running
      if (state === 'failed') return false
    }
    return true
  }

  return {
    change(value) {
      pending = { value }
      waitingSince ??= Date.now()
      if (state !== 'saving') enter('waiting')
      schedule(Math.min(delayMs, Math.max(0, waitingSince + mostMs - Date.now())))
    },
    flush,
    drop() {
      clearTimeout(timer)
      pending = null
      waitingSince = null
      enter('saved')
    },
    state: () => state,
    pending: () => pending,
  }
}
