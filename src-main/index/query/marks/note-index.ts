import { DatabaseSync } from 'node:sqlite'
import { foldText } from '../../fold-text.ts'
import { TOKENIZER } from '../../schema.ts'

const SCHEMA = `CREATE VIRTUAL TABLE note_text USING fts5 (
  note, quote, content = '', contentless_delete = 1, tokenize = "${TOKENIZER}"
)`

/** What an annotation says in words. */
export interface AnnotationWords {
  /** Markdown. */
  note: string
  /** The marked words; empty where there are none. */
  quote: string
}

/** Finds annotations by the words of their notes and of what they mark, which are folded as those of the archive. Held in memory. */
export class NoteIndex {
  readonly #database = new DatabaseSync(':memory:')
  /** Row ids by annotation, and the reverse. */
  readonly #numbers = new Map<string, number>()
  readonly #ids = new Map<number, string>()
  /** Those that are not indexed yet. */
  readonly #waiting = new Map<string, AnnotationWords | null>()
  #next = 1

  constructor() {
    this.#database.exec(SCHEMA)
  }

  /**
   * Put words in place of those that were kept under the same ids. They are indexed when there is
   * time, or when it is searched.
   *
   * @param words - By id of the annotation; `null` removes one.
   */
  set(words: ReadonlyMap<string, AnnotationWords | null>): void {
    for (const [id, said] of words) this.#waiting.set(id, said)
  }

  /** Index those that wait. @param most - So many at most. @returns whether others still wait. */
  indexWaiting(most: number): boolean {
    if (this.#waiting.size === 0) return false
    const remove = this.#database.prepare('DELETE FROM note_text WHERE rowid = ?')
    const add = this.#database.prepare(
      'INSERT INTO note_text (rowid, note, quote) VALUES (?, ?, ?)',
    )
    this.#database.exec('BEGIN')
    let left = most
    for (const [id, said] of this.#waiting) {
      if (left-- <= 0) break
      const known = this.#numbers.get(id)
      if (known !== undefined) remove.run(known)
      if (said === null) this.#forget(id)
      else add.run(known ?? this.#number(id), foldText(said.note), foldText(said.quote))
      this.#waiting.delete(id)
    }
    this.#database.exec('COMMIT')
    return this.#waiting.size > 0
  }

  #number(id: string): number {
    const number = this.#next++
    this.#numbers.set(id, number)
    this.#ids.set(number, id)
    return number
  }

  #forget(id: string): void {
    this.#ids.delete(this.#numbers.get(id) ?? 0)
    this.#numbers.delete(id)
  }

  clear(): void {
    this.#waiting.clear()
    this.#numbers.clear()
    this.#ids.clear()
    this.#database.exec(`DROP TABLE note_text; ${SCHEMA}`)
  }

  /** Ids of the annotations that have these words in a row in one of their texts. */
  find(
    { value, isPrefix }: { value: string; isPrefix: boolean },
    texts: readonly (keyof AnnotationWords)[],
  ): string[] {
    this.indexWaiting(Infinity)
    const rows = this.#database
      .prepare('SELECT rowid AS number FROM note_text WHERE note_text MATCH ?')
      .all(`{${texts.join(' ')}} : "${foldText(value)}"${isPrefix ? ' *' : ''}`) as {
      number: number
    }[]
    return rows.flatMap(({ number }) => this.#ids.get(number) ?? [])
  }
}
