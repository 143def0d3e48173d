import type { Annotation } from '#shared/notebook.ts'

/** The annotations that carry each tag, kept up to date change by change. */
export class TagIndex {
  /** Ids of annotations by tag as it is written. */
  readonly #ids = new Map<string, Set<string>>()

  /** Every tag that is in use, as it is written; in no order. */
  names(): string[] {
    return [...this.#ids.keys()]
  }

  /** Ids of the annotations that carry a tag. */
  of(tag: string): ReadonlySet<string> {
    return this.#ids.get(tag) ?? new Set()
  }

  /** An annotation is there, was changed or is gone. */
  followAnnotation(before: Annotation | null, after: Annotation | null): void {
    for (const tag of before?.tags ?? []) this.#remove(tag, before?.id ?? '')
    for (const tag of after?.tags ?? []) this.#add(tag, after?.id ?? '')
  }

  #add(tag: string, id: string): void {
    const ids = this.#ids.get(tag)
    if (ids) ids.add(id)
    else this.#ids.set(tag, new Set([id]))
  }

  #remove(tag: string, id: string): void {
    const ids = this.#ids.get(tag)
    ids?.delete(id)
    if (ids?.size === 0) this.#ids.delete(tag)
  }
}
