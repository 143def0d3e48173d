import type { AnnalsError } from '#shared/errors.ts'
import type { SaveState } from '#shared/notebook.ts'

/** Whether all documents together are on disk. */
export class SaveMonitor {
  readonly #saving = new Set<string>()
  readonly #failures = new Map<string, AnnalsError>()
  readonly #onChange: (state: SaveState) => void
  #told = 'saved'

  constructor(onChange: (state: SaveState) => void) {
    this.#onChange = onChange
  }

  /** A failure outweighs what is on its way elsewhere. */
  get state(): SaveState {
    const [failure] = this.#failures.values()
    if (failure) return { state: 'failed', code: failure.code, message: failure.message }
    return { state: this.#saving.size > 0 ? 'saving' : 'saved' }
  }

  started(path: string): void {
    this.#saving.add(path)
    this.#failures.delete(path)
    this.#tell()
  }

  ended(path: string, failure: AnnalsError | null): void {
    this.#saving.delete(path)
    if (failure) this.#failures.set(path, failure)
    this.#tell()
  }

  #tell(): void {
    const { state } = this
    const told = JSON.stringify(state)
    if (told === this.#told) return
    this.#told = told
    this.#onChange(state)
  }
}
