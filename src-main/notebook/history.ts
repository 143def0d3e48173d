import type { RecordChange } from './record-change.ts'

/** What undoing takes back at once. */
export interface Step {
  /** At least one; of each record at most one. */
  changes: readonly RecordChange[]
  /** For a person: "Delete collection “Six-party talks”". */
  label: string
  /** Names the text that was edited; `null` for all that is not typing. */
  editKey: string | null
  at: Date
}

const MOST_STEPS = 100

/** Edits of one text that follow one another this fast are one step. */
const TYPING_PAUSE_MS = 5_000

/** What can be undone and redone, since the notebook was opened. */
export class History {
  #done: Step[] = []
  #undone: Step[] = []
  #isTyping = false

  /** The step that {@link undo} would take back, or `null`. */
  get nextUndo(): Step | null {
    return this.#done.at(-1) ?? null
  }

  /** The step that {@link redo} would do again, or `null`. */
  get nextRedo(): Step | null {
    return this.#undone.at(-1) ?? null
  }

  /** Remember what was done. What was undone before can no longer be redone. */
  push(step: Step): void {
    const joined = this.#isTyping ? joinTyping(this.nextUndo, step) : null
    if (joined) this.#done[this.#done.length - 1] = joined
    else this.#done = [...this.#done, step].slice(-MOST_STEPS)
    this.#undone = []
    this.#isTyping = step.editKey !== null
  }

  /** Count the next step as undone. */
  undo(): void {
    const step = this.#done.pop()
    if (step) this.#undone.push(step)
    this.#isTyping = false
  }

  /** Count the next undone step as done again. */
  redo(): void {
    const step = this.#undone.pop()
    if (step) this.#done.push(step)
    this.#isTyping = false
  }

  /** Drop each step that has a record another program changed: undoing it would undo that change. */
  forget(ids: ReadonlySet<string>): void {
    const isKept = ({ changes }: Step) => !changes.some(({ id }) => ids.has(id))
    this.#done = this.#done.filter(isKept)
    this.#undone = this.#undone.filter(isKept)
    this.#isTyping = false
  }

  /** Bring the records of all steps up to what was done beside them. */
  rewrite(edit: (change: RecordChange) => RecordChange): void {
    const editStep = (step: Step): Step => ({ ...step, changes: step.changes.map(edit) })
    this.#done = this.#done.map(editStep)
    this.#undone = this.#undone.map(editStep)
  }
}

function joinTyping(last: Step | null, next: Step): Step | null {
  if (last === null || last.editKey !== next.editKey) return null
  const pauseMs = next.at.getTime() - last.at.getTime()
  if (pauseMs < 0 || pauseMs > TYPING_PAUSE_MS) return null
  const changes = next.changes.map((change, index) => {
    const before = last.changes[index]?.before ?? null
    return { ...change, before } as RecordChange
  })
  return { ...next, changes }
}
