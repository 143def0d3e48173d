/** Which annotations are evidence of a claim, be they known or not. */
export class ClaimedAnnotations {
  readonly #byClaim = new Map<string, readonly string[]>()
  /** How many claims each is evidence of, at least one. */
  readonly #counts = new Map<string, number>()

  has(annotationId: string): boolean {
    return this.#counts.has(annotationId)
  }

  /**
   * Put the evidence of a claim in place of what it was.
   *
   * @param annotationIds - Each once; none where the claim is gone.
   * @returns what came to be evidence, and what is evidence of no claim any longer.
   */
  set(claimId: string, annotationIds: readonly string[]): Map<string, 'add' | 'remove'> {
    const before = this.#byClaim.get(claimId) ?? []
    const touched = new Set([...before, ...annotationIds])
    const had = new Map([...touched].map((id) => [id, this.has(id)]))
    for (const id of before) this.#count(id, -1)
    for (const id of annotationIds) this.#count(id, 1)
    if (annotationIds.length > 0) this.#byClaim.set(claimId, annotationIds)
    else this.#byClaim.delete(claimId)
    return new Map(
      [...touched]
        .filter((id) => this.has(id) !== had.get(id))
        .map((id) => [id, this.has(id) ? 'add' : 'remove']),
    )
  }

  clear(): void {
    this.#byClaim.clear()
    this.#counts.clear()
  }

  #count(id: string, step: number): void {
    const count = (this.#counts.get(id) ?? 0) + step
    if (count > 0) this.#counts.set(id, count)
    else this.#counts.delete(id)
  }
}
