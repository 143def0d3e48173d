import type { Annotation, NoteWording } from '#shared/notebook.ts'

/** Wordings that are kept of one note. */
const MOST_WORDINGS = 50

/** Editing that rests longer than this is over; what comes then begins a new wording. */
const EDITING_PAUSE_MS = 10 * 60_000

/** The note that editing of an annotation led to last, and when. */
interface Editing {
  note: string
  at: number
}

/**
 * Keeps the wordings of notes: when the editing of a note begins, also in another run of the app, the
 * wording that stood before is put among the older ones.
 */
export class NoteWordings {
  readonly #editings = new Map<string, Editing>()

  /** A note was written just now. */
  written(id: string, note: string, at: Date): void {
    this.#editings.set(id, { note, at: at.getTime() })
  }

  /**
   * @param before - As it stands before its note is changed.
   * @returns the older wordings from then on; the same where the change goes on with what is being
   * written.
   */
  wordingsAfter(before: Annotation, at: Date): NoteWording[] | undefined {
    if (before.note.trim() === '' || this.#isGoingOn(before, at)) return before.wordings
    if (before.wordings?.at(-1)?.note === before.note) return before.wordings
    return keepNewest([
      ...(before.wordings ?? []),
      { note: before.note, replaced: at.toISOString() },
    ])
  }

  #isGoingOn({ id, note }: Annotation, at: Date): boolean {
    const editing = this.#editings.get(id)
    if (editing?.note !== note) return false
    const pauseMs = at.getTime() - editing.at
    return pauseMs >= 0 && pauseMs <= EDITING_PAUSE_MS
  }
}

/** @returns the newest wordings that are kept, oldest first. */
export function keepNewest(wordings: readonly NoteWording[]): NoteWording[] {
  return wordings.slice(-MOST_WORDINGS)
}
