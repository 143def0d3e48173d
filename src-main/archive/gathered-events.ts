import { isHiddenName, isPageName } from './archive-path.ts'

/**
 * The system keeps 16,384 events until they are read and drops what comes then without a word; from
 * so many on, a loss is possible.
 */
const STORM_EVENTS = 15_000

/** File events gathered by path until there is calm. */
export class GatheredEvents {
  /** How often a name was made, deleted or moved, by path. */
  readonly renamed = new Map<string, number>()
  /** Paths of what was written to, or changed its attributes. */
  readonly changed = new Set<string>()
  /** Whether the system did not say all. */
  isUncertain = false
  #events = 0

  /** Whether events may have been dropped. */
  get isStorm(): boolean {
    return this.#events >= STORM_EVENTS
  }

  add(folder: string, name: string | null, type: 'rename' | 'change'): void {
    this.#events++
    if (name === null) {
      this.isUncertain = true
      return
    }
    if (name.split('/').some(isHiddenName)) return
    const path = folder === '' ? name : `${folder}/${name}`
    if (type === 'change') this.changed.add(path)
    else this.renamed.set(path, (this.renamed.get(path) ?? 0) + 1)
  }

  /** Paths of pages among what was gathered, whatever became of them. */
  listPages(): string[] {
    return [...this.renamed.keys(), ...this.changed].filter(isPageName)
  }
}
